// Builds elements. Texts become text nodes and never markup: the content of a record cannot execute.
// Control characters and characters that change the text direction are made visible.
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const visible = (text) => String(text).replace(OBEYED, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : visible(child));
  }
  return element;
}
const seconds = (nanoseconds) => (nanoseconds / 1e9).toFixed(3);
const count = (number) => number.toLocaleString('en-US');

function badge(result, text) {
  return el('span', { class: `badge r-${result}` }, el('span', { class: 'glyph', 'aria-hidden': 'true' }, GLYPHS[result]), text || say(result));
}
const GLYPHS = { pass: '✓', fail: '✕', inconclusive: '?', error: '!', skipped: '–' };
const RESULTS = ['pass', 'fail', 'inconclusive', 'error', 'skipped'];

/** Both languages of a text; the page's own first. */
function bilingual(text, first, second) {
  const order = language === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
  return [el(first, { lang: order[0] }, text[order[0]]), el(second, { lang: order[1], class: 'gloss' }, text[order[1]])];
}
const caseHash = (id, event) => `#case=${encodeURIComponent(id)}${event === undefined ? '' : `&event=${event}`}`;
