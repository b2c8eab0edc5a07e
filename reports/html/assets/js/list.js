// The list of cases: draws only the visible rows, so ten thousand are as fast as ten.
const ROW_HEIGHT = 58;
const filter = { text: '', result: '', suite: '', tag: '', requirement: '' };

function matches(row) {
  return (!filter.result || row.result === filter.result) && (!filter.suite || row.suite === filter.suite) &&
    (!filter.tag || row.tags.includes(filter.tag)) && (!filter.requirement || row.requirements.includes(filter.requirement) || row.findings.some((f) => f[0] === filter.requirement)) &&
    filter.text.toLowerCase().split(/\s+/).every((word) => row.words.includes(word));
}

function caseList(selectedId, open) {
  let shown = rows.filter(matches);
  let active = Math.max(0, shown.findIndex((row) => row.id === selectedId));
  const space = el('div', { class: 'space', role: 'presentation' });
  const box = el('div', { class: 'rows', role: 'listbox', tabindex: 0, 'aria-label': say('cases') }, space);

  function drawRow(row, i) {
    const selected = row.id === selectedId;
    const item = el('a', { class: `row${i === active ? ' active' : ''}${selected ? ' selected' : ''}`, role: 'option', id: `row-${i}`, href: caseHash(row.id), tabindex: -1,
      'aria-selected': selected, 'aria-setsize': shown.length, 'aria-posinset': i + 1 },
      el('span', { class: `dot r-${row.result}`, title: say(row.result), role: 'img', 'aria-label': say(row.result) }, GLYPHS[row.result]),
      el('span', { class: 'what' }, el('span', { class: 'title', lang: language }, row.title[language] || row.id), el('span', { class: 'id' }, row.id)));
    item.style.top = `${i * ROW_HEIGHT}px`;
    return item;
  }
  function draw() {
    space.style.height = `${shown.length * ROW_HEIGHT}px`;
    const first = Math.max(0, Math.floor(box.scrollTop / ROW_HEIGHT) - 5);
    const last = Math.min(shown.length, first + Math.ceil((box.clientHeight || 700) / ROW_HEIGHT) + 10);
    space.replaceChildren(...shown.slice(first, last).map((row, i) => drawRow(row, first + i)));
    if (shown.length === 0) space.replaceChildren(el('p', { class: 'empty' }, say('no_match')));
    if (active >= first && active < last) box.setAttribute('aria-activedescendant', `row-${active}`);
    else box.removeAttribute('aria-activedescendant');
  }
  function reveal() {
    const top = active * ROW_HEIGHT;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW_HEIGHT > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW_HEIGHT - box.clientHeight;
    draw();
  }
  box.addEventListener('scroll', draw);
  box.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(box.clientHeight / ROW_HEIGHT) - 1);
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -shown.length, End: shown.length };
    if (event.key in moves) {
      active = Math.min(shown.length - 1, Math.max(0, active + moves[event.key]));
      reveal();
    } else if (event.key === 'Enter' && shown[active]) open(shown[active].id);
    else return;
    event.preventDefault();
  });
  return {
    element: box, draw, reveal, focus: () => box.focus(),
    get shown() { return shown; },
    refilter() { shown = rows.filter(matches); active = Math.max(0, shown.findIndex((row) => row.id === selectedId)); box.scrollTop = 0; draw(); },
    select(id) { selectedId = id; active = Math.max(0, shown.findIndex((row) => row.id === id)); reveal(); },
  };
}

function filterBar(changed) {
  const values = (take) => [...new Set(rows.flatMap(take))].sort();
  const choose = (key, options, label = (x) => x) => {
    const select = el('select', { 'aria-label': say(key), onchange: () => { filter[key] = select.value; changed(); } },
      el('option', { value: '' }, `${say(key)}: ${say('any')}`), options.map((value) => el('option', { value, selected: filter[key] === value }, label(value))));
    return select;
  };
  const search = el('input', { type: 'search', placeholder: say('search'), 'aria-label': say('search'), value: filter.text, spellcheck: 'false',
    oninput: () => { filter.text = search.value; changed(); } });
  return el('form', { class: 'filters', role: 'search', onsubmit: (event) => event.preventDefault() }, search,
    choose('result', RESULTS.filter((result) => summary.counts[result] > 0), say), choose('suite', summary.suites.map((suite) => suite.file)),
    choose('tag', values((row) => row.tags)), choose('requirement', values((row) => row.requirements)),
    el('button', { type: 'button', class: 'quiet', onclick: () => { for (const key in filter) filter[key] = ''; showCases(); } }, say('clear')));
}
