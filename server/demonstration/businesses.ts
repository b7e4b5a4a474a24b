/** How businesses of a country are named: `form` has `*` where brand and trade stand. */
export interface Businesses {
  brands: readonly Word[];
  trades: readonly Word[];
  /** Of companies. */
  forms: readonly string[];
  /** Of one-person businesses; `*` is the person. */
  soleForms: readonly string[];
  /** Long ones, as registers have them; `*` is the brand. */
  longForms: readonly string[];
}

/** A word as it is written, and in Latin letters for addresses and sender names. */
export interface Word {
  text: string;
  latin: string;
}

/** `words('Ватра=Vatra, Fuchs')`: what has no Latin form of its own is Latin already. */
function words(text: string): Word[] {
  return text.split(',').map((each) => {
    const [written = '', latin = written] = each.split('=').map((part) => part.trim());
    return { text: written, latin: plain(latin) };
  });
}

/** Without accents, for an address: `plain('Żółw')` is `Zolw`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replace(/[^\w-]/g, '');
}

const forms = (text: string): string[] =>
  text.split('|').map((form) => form.trim().replace(/\s+/g, ' '));

/** By country code. */
export const BUSINESSES: Readonly<Record<string, Businesses>> = {
  UA: {
    brands: words(`Ватра=Vatra, Калина=Kalyna, Світанок=Svitanok, Дніпро=Dnipro, Говерла=Hoverla,
      Криниця=Krynytsia, Барвінок=Barvinok, Зоря=Zoria, Явір=Yavir, Полісся=Polissia, Лелека=Leleka,
      Джерело=Dzherelo, Оберіг=Oberih, Мальва=Malva, Ґанок=Ganok, Їжачок=Yizhachok, Вишиванка=Vyshyvanka,
      Черемош=Cheremosh, Степ=Step, Золота нива=ZolotaNyva`),
    trades: words(`Логістик=Logistic, Фарм=Farm, Трейд=Trade, Авто=Avto, Буд=Bud, Маркет=Market,
      Мед=Med, Агро=Agro, Сервіс=Service, Дент=Dent, Текстиль=Textile, Тур=Tour, Книга=Knyha,
      Електро=Elektro`),
    forms: forms('ТОВ «*» | ТОВ «*» | ПП «*» | ТзОВ «*» | АТ «*»'),
    soleForms: forms('ФОП *'),
    longForms: forms(`Товариство з обмеженою відповідальністю «Науково-виробниче об’єднання *» |
      Комунальне некомерційне підприємство «Міська клінічна лікарня *» обласної ради`),
  },
  PL: {
    brands: words(`Bursztyn, Żubr, Zielona Łąka, Jaskółka, Orzeł, Słonecznik, Wisła, Źródło, Tatry,
      Kasztan, Piast, Morskie Oko, Bocian, Dąb, Łoś, Świt`),
    trades:
      words(`Logistyka, Apteki, Handel, Motoryzacja, Budownictwo, Med, Serwis, Meble, Turystyka,
      Księgarnie, Optyka, Spedycja`),
    forms: forms('* Sp. z o.o. | * Sp. z o.o. | * S.A. | * Sp.j.'),
    soleForms: forms('* Usługi Transportowe | Gabinet * | Sklep *'),
    longForms: forms(`Przedsiębiorstwo Produkcyjno-Handlowo-Usługowe „*” Spółka z ograniczoną
      odpowiedzialnością Spółka komandytowa`),
  },
  DE: {
    brands:
      words(`Nordlicht, Hanse, Lindenhof, Rheingold, Kranich, Morgenröte, Bär, Grünwald, Falke,
      Bodensee, Edelweiß, Möwe, Sternberg, Königstein`),
    trades: words(`Logistik, Apotheken, Versand, Autohaus, Bau, Praxis, Möbel, Reisen, Optik,
      Energie, Buchhandel, Bäckerei`),
    forms: forms('* GmbH | * GmbH | * AG | * GmbH & Co. KG | * UG (haftungsbeschränkt)'),
    soleForms: forms('* e.K. | Praxis *'),
    longForms: forms(`* Donaudampfschifffahrts- und Speditionsgesellschaft mbH & Co.
      Kommanditgesellschaft | * Rechtsanwälte Steuerberater Wirtschaftsprüfer Partnerschaft mbB`),
  },
  FR: {
    brands:
      words(`Hirondelle, Étoile, Château Bleu, Lavande, Mistral, Forêt, Cèdre, Lumière, Abeille,
      Belle Époque`),
    trades: words(
      `Logistique, Santé, Mode, Auto, Bâtiment, Voyages, Optique, Énergie, Boulangerie`,
    ),
    forms: forms('* SARL | * SAS | * SA | Société *'),
    soleForms: forms('* EI | Cabinet *'),
    longForms: forms(`Société coopérative d’intérêt collectif * Développement durable et Économie
      sociale de l’agglomération`),
  },
  GB: {
    brands: words('Kingfisher, Thistle, Oakfield, Harbour, Redwing, Fernhill, Beacon, Larkspur'),
    trades: words('Logistics, Pharmacy, Retail, Motors, Dental, Travel, Opticians, Energy'),
    forms: forms('* Ltd | * Ltd | * plc | * LLP'),
    soleForms: forms('* Consulting | * Plumbing & Heating'),
    longForms: forms('The * Charitable Foundation for Education, Health and Community Development'),
  },
  US: {
    brands: words('Blue Ridge, Cascade, Prairie, Lone Pine, Harvest Moon, Redwood, Bluebird'),
    trades: words('Logistics, Pharmacy, Outfitters, Auto, Dental, Travel, Vision, Energy'),
    forms: forms('* Inc. | * LLC | * Corp.'),
    soleForms: forms('* Realty | * & Daughters'),
    longForms: forms('* Regional Health Information and Emergency Notification Cooperative, Inc.'),
  },
  ES: {
    brands: words('Golondrina, El Olivo, Añil, Montaña, Azahar, Cigüeña'),
    trades: words('Logística, Farmacia, Moda, Motor, Clínicas, Viajes'),
    forms: forms('* S.L. | * S.A. | * S.L.U.'),
    soleForms: forms('* Asesores | Peluquería *'),
    longForms: forms('Sociedad Cooperativa Andaluza * de Transportes y Distribución Alimentaria'),
  },
  IT: {
    brands: words('Aurora, Rondine, Girasole, Vesuvio, Cascina Bella'),
    trades: words('Logistica, Farmacie, Moda, Motori, Viaggi'),
    forms: forms('* S.r.l. | * S.p.A. | * S.n.c.'),
    soleForms: forms('Studio *'),
    longForms: forms('Consorzio Intercomunale * per i Servizi Socio-Assistenziali e Sanitari'),
  },
  LT: {
    brands: words('Gintaras, Ąžuolynas, Žuvėdra, Šaltinis, Vėjas'),
    trades: words('Logistika, Vaistinė, Statyba, Prekyba, Kelionės'),
    forms: forms('UAB „*“ | UAB „*“ | AB „*“ | MB „*“'),
    soleForms: forms('* IĮ'),
    longForms: forms('Uždaroji akcinė bendrovė „* prekybos ir paslaugų centras“'),
  },
  GR: {
    brands: words('Ήλιος=Ilios, Αίγλη=Aigli, Πήγασος=Pigasos, Ελιά=Elia'),
    trades: words('Φαρμακεία=Farmakeia, Ταξίδια=Taxidia, Εμπορική=Emporiki, Τεχνική=Techniki'),
    forms: forms('* Α.Ε. | * Ε.Π.Ε. | * Ι.Κ.Ε.'),
    soleForms: forms('Γραφείο *'),
    longForms: forms('Ανώνυμη Εταιρεία Εμπορίας και Διανομής Φαρμακευτικών Προϊόντων *'),
  },
  GE: {
    brands: words('მზიური=Mziuri, კოლხა=Kolkha, ალაზანი=Alazani, თოვლი=Tovli'),
    trades: words('ფარმი=Pharm, ტრეიდი=Trade, მოტორსი=Motors, ტური=Tour'),
    forms: forms('შპს „*“ | შპს „*“ | სს „*“'),
    soleForms: forms('ი/მ *'),
    longForms: forms('შეზღუდული პასუხისმგებლობის საზოგადოება „* სადისტრიბუციო კომპანია“'),
  },
  KZ: {
    brands: words('Алатау=Alatau, Қарлығаш=Karlygash, Тұлпар=Tulpar, Самал=Samal'),
    trades: words('Фарм=Pharm, Құрылыс=Kurylys, Сауда=Sauda, Логистик=Logistic'),
    forms: forms('ЖШС «*» | АҚ «*»'),
    soleForms: forms('ЖК *'),
    longForms: forms(
      '«* медициналық және фармацевтикалық өнімдер» жауапкершілігі шектеулі серіктестігі',
    ),
  },
};
