import type { NoticeAudience } from '../../../schema/notices.ts';
import type { NoticeLanguage } from './words.ts';

export const ukrainian: NoticeLanguage = {
  tag: 'uk',
  locale: 'uk-UA',

  creditLimit(facts, audience) {
    const { client, clientId, at, amount, previousAmount, removed, expiresAt, available } = facts;
    const subjects = {
      client: removed ? 'Ваш кредитний ліміт скасовано' : `Ваш кредитний ліміт тепер ${amount}`,
      staff: `${client} (клієнт ${clientId}): кредитний ліміт ${removed ? 'скасовано' : `тепер ${amount}`}`,
    };
    return {
      subject: subjects[audience],
      intro: `${at} кредитний ліміт «${client}» змінено з ${previousAmount} на ${amount}.`,
      figures: [
        ['Кредитний ліміт', amount],
        ...(expiresAt ? [['Діє до', expiresAt] as [string, string]] : []),
        ['Доступно для надсилання', available],
      ],
      next: [
        'Кредитний ліміт показує, наскільки баланс може опуститися нижче нуля.',
        ...(expiresAt
          ? [
              `Цей ліміт діє до ${expiresAt}. Після цього знову діятиме останній ліміт, установлений без кінцевого строку.`,
            ]
          : []),
        facts.usedUp ? STOPPED[audience] : WHILE_IT_LASTS[audience],
        ASK[audience],
      ],
      footer: footer(client, clientId, audience),
    };
  },

  lowBalance(facts, audience, level) {
    const { client, clientId, at, available, balance, threshold, usedUp } = facts;
    const state = usedUp
      ? 'кошти вичерпано'
      : { warning: 'мало коштів', critical: 'кошти майже вичерпано' }[level];
    const subjects = {
      client: `На вашому рахунку ${state}: доступно ${available}`,
      staff: `${client} (клієнт ${clientId}): ${state}, доступно ${available}`,
    };
    const below = level === 'warning' ? 'порога попередження' : 'критичного порога';
    return {
      subject: subjects[audience],
      intro: `${at} сума, доступна «${client}» для надсилання, зменшилася до ${available}, нижче ${below} ${threshold}.`,
      figures: [
        ['Доступно для надсилання', available],
        ['Баланс', balance],
        [level === 'warning' ? 'Поріг попередження' : 'Критичний поріг', threshold],
      ],
      next: [
        usedUp ? STOPPED[audience] : WHILE_IT_LASTS[audience],
        ...(audience === 'client' && !usedUp
          ? [
              `Поповніть рахунок ${level === 'warning' ? 'завчасно' : 'зараз'}, щоб розсилки не переривалися.`,
            ]
          : []),
        ASK[audience],
      ],
      footer: footer(client, clientId, audience),
    };
  },
};

const WHILE_IT_LASTS = {
  client:
    'Повідомлення надсилаються, доки доступної суми вистачає на їхню оплату. Коли її не вистачить, надсилання зупиниться, доки ви не поповните рахунок.',
  staff:
    'Повідомлення цього клієнта надсилаються, доки доступної суми вистачає на їхню оплату. Коли її не вистачить, надсилання зупиниться, доки рахунок не поповнять.',
};

const STOPPED = {
  client: 'Доступних коштів немає: повідомлення не надсилатимуться, доки ви не поповните рахунок.',
  staff:
    'Доступних коштів немає: повідомлення цього клієнта не надсилатимуться, доки рахунок не поповнять.',
};

const ASK = {
  client: 'Якщо у вас є запитання, дайте відповідь на цей лист або зверніться до свого менеджера.',
  staff: 'Чи надіслано сповіщення самому клієнтові, видно в консолі.',
};

function footer(client: string, clientId: number, audience: NoticeAudience): string {
  return audience === 'client'
    ? `Це автоматичне сповіщення щодо облікового запису ${clientId}, «${client}».`
    : `Це автоматичне сповіщення персоналу щодо клієнта ${clientId}, «${client}».`;
}
