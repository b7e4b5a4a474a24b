import type { Words } from './templates/words.ts';

/**
 * The words as a page that mail programs show: inline styles, no images, nothing from elsewhere.
 * Every value is escaped.
 */
export function noticeHtml({ subject, intro, figures, next, footer }: Words, tag: string): string {
  const cell = 'padding:8px 0;border-bottom:1px solid #e3e5e8;';
  const rows = figures.map(
    ([label, value]) =>
      `<tr><td style="${cell}color:#5f6670">${escape(label)}</td>` +
      `<td style="${cell}text-align:right;font-weight:600">${escape(value)}</td></tr>`,
  );
  const paragraphs = next.map((text) => `<p style="margin:0 0 12px">${escape(text)}</p>`);
  return `<!doctype html>
<html lang="${escape(tag)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f6f7;color:#1d2126;font:16px/1.5 Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escape(subject)}</h1>
<p style="margin:0 0 16px">${escape(intro)}</p>
<table role="presentation" style="width:100%;margin:0 0 16px;border-collapse:collapse">
${rows.join('\n')}
</table>
${paragraphs.join('\n')}
<p style="margin:16px 0 0;color:#5f6670;font-size:13px">${escape(footer)}</p>
</div>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
