// One case: its description, findings, and timeline.
function requirementChip(id) {
  const known = summary.coverage.find((entry) => entry.id === id);
  return el('a', { class: 'chip id', href: `#requirement=${encodeURIComponent(id)}`, title: known ? known.text[language] : null }, id);
}
function fact(label, ...content) {
  return el('div', { class: 'fact' }, el('dt', {}, label), el('dd', {}, content));
}
function wideFact(label, ...content) {
  return el('div', { class: 'fact wide' }, el('dt', {}, label), el('dd', {}, content));
}

function findingItem(finding, id) {
  return el('li', { class: `finding c-${finding.class}` },
    el('div', { class: 'line' }, finding.requirement && requirementChip(finding.requirement), el('span', { class: 'class' }, say(`class_${finding.class}`)), el('span', { class: 'at' }, `${seconds(finding.time)} s`)),
    el('p', { class: 'message' }, finding.message),
    finding.sequence !== undefined && el('a', { class: 'jump', href: caseHash(id, finding.sequence) }, say('show_event'), ' ↓'));
}

function casePage(found, neighbours) {
  const facts = [
    ...found.parameters.map(({ name, value }) => fact(name, el('code', {}, value))),
    fact(say('simulated'), `${seconds(found.simulated)} s`), fact(say('wall'), `${(found.wall * 1000).toFixed(1)} ms`),
    fact(say('defined'), el('code', {}, `${found.suite}:${found.line}`)),
    found.requirements.length > 0 && fact(say('about'), found.requirements.map(requirementChip)),
    found.tags.length > 0 && fact(say('tags'), found.tags.map((tag) => el('span', { class: 'chip' }, tag))),
    found.exercised.length > 0 && wideFact(say('exercised'), el('details', {}, el('summary', {}, found.exercised.length),
      found.exercised.map(requirementChip))),
  ];
  const link = (row, label) => (row ? el('a', { class: 'button', href: caseHash(row.id) }, label) : el('span', { class: 'button off', 'aria-hidden': 'true' }, label));
  return el('article', { class: 'case', 'aria-labelledby': 'case-title' },
    el('nav', { class: 'walk', 'aria-label': say('cases') }, el('a', { class: 'button back', href: '#cases' }, '‹ ', say('back')), el('span', { class: 'grow' }),
      link(neighbours.previous, `‹ ${say('previous')}`), link(neighbours.next, `${say('next')} ›`)),
    el('header', {}, badge(found.result), el('hgroup', { id: 'case-title', tabindex: -1 }, bilingual(found.title, 'h2', 'p')), el('p', { class: 'caseid' }, found.case)),
    el('dl', { class: 'facts' }, facts),
    found.findings.length > 0 && el('section', { class: `found-box r-${found.result}` }, el('h3', {}, `${say('findings')} (${found.findings.length})`), el('ol', { class: 'findings' }, found.findings.map((finding) => findingItem(finding, found.case)))),
    found.crash && el('section', { class: 'found-box r-error' }, el('h3', {}, say('crash')), el('pre', { tabindex: 0 }, found.crash)),
    el('section', { 'aria-labelledby': 'timeline-title' }, el('h3', { id: 'timeline-title' }, say('timeline')),
      found.record_error && el('p', { class: 'callout' }, found.record_error),
      found.events && found.events.length > 0 ? timeline(found.events, found.findings, found.pictures || {}) : el('p', { class: 'empty' }, say('no_record'))));
}
