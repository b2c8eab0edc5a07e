// The run's result for each requirement; untested ones first.
const stateOf = (entry) => (entry.failed > 0 ? 'fail' : entry.passed > 0 ? 'pass' : 'none');

function untestedList(entries) {
  return el('ul', { class: 'untested' }, entries.map((entry) => el('li', {}, el('b', { class: 'mono' }, entry.id), ' ', el('span', { lang: language }, entry.text[language]))));
}
function untestedPanel(heading) {
  const missing = summary.coverage.filter((entry) => entry.class === 'required' && stateOf(entry) === 'none');
  if (summary.coverage.length === 0) return null;
  return el('section', { class: 'panel', id: 'untested' }, el(heading, {}, say('not_exercised'), missing.length > 0 && el('span', { class: 'count' }, missing.length)),
    missing.length === 0 ? el('p', { class: 'empty good' }, `✓ ${say('not_exercised_none')}`) : untestedList(missing));
}

function requirementRow(entry, chosen) {
  const state = stateOf(entry);
  const mark = state === 'none' ? el('span', { class: 'badge r-skipped' }, say('state_none')) : badge(state, say(`state_${state}`));
  const number = (key, value, result) => el('td', { 'data-label': say(key), class: `n${value && result ? ` t-${result}` : ''}` }, value ? count(value) : '·');
  return el('tr', { id: `req-${entry.id}`, class: entry.id === chosen ? 'chosen' : null, tabindex: -1 }, el('th', { scope: 'row', class: 'mono' }, el('a', { href: `#about=${encodeURIComponent(entry.id)}` }, entry.id)),
    el('td', {}, bilingual(entry.text, 'span', 'span'), entry.source && el('span', { class: 'source' }, entry.source)), el('td', {}, say(`class_${entry.class}`)),
    number('pass', entry.passed, 'pass'), number('fail', entry.failed, 'fail'), number('not_exercised_cell', entry.not_exercised), el('td', {}, mark));
}

function requirementsPage(chosen) {
  const others = summary.coverage.filter((entry) => entry.class !== 'required' && stateOf(entry) === 'none');
  const head = [['id'], ['text'], ['class'], ['pass', 'n'], ['fail', 'n'], ['not_exercised_cell', 'n'], ['status']];
  return el('div', { class: 'requirements' }, el('h1', { class: 'page' }, say('requirements')), untestedPanel('h2'),
    others.length > 0 && el('section', { class: 'panel' }, el('h2', {}, say('not_exercised_other'), el('span', { class: 'count' }, others.length)), untestedList(others)),
    el('section', { class: 'panel' }, el('div', { class: 'scroll' }, el('table', { class: 'coverage' }, el('thead', {}, el('tr', {}, head.map(([key, kind]) => el('th', { scope: 'col', class: kind }, say(key))))),
      el('tbody', {}, summary.coverage.map((entry) => requirementRow(entry, chosen)))))));
}
