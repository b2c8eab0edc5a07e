// The first page: verdict, figures, what needs attention.
function proportionBar(counts) {
  const total = RESULTS.reduce((sum, result) => sum + counts[result], 0) || 1;
  return el('div', { class: 'proportion', 'aria-hidden': 'true' }, RESULTS.filter((result) => counts[result] > 0).map((result) => {
    const part = el('span', { class: `r-${result}` });
    part.style.flexGrow = String(Math.max(counts[result] / total, 0.012));
    return part;
  }));
}

function tiles() {
  return el('ul', { class: 'tiles' }, RESULTS.map((result) => el('li', {}, el('a', { class: `tile r-${result}${summary.counts[result] ? '' : ' zero'}`, href: `#cases=${result}` },
    el('span', { class: 'number' }, count(summary.counts[result])), el('span', { class: 'label' }, GLYPHS[result], ' ', say(result))))));
}

function attention() {
  const most = 12;
  const open = rows.filter((row) => row.result !== 'pass' && row.result !== 'skipped');
  const rank = { fail: 0, error: 1, inconclusive: 2 };
  const first = [...open].sort((a, b) => rank[a.result] - rank[b.result] || a.index - b.index).slice(0, most);
  const item = (row) => el('li', {}, el('a', { href: caseHash(row.id) }, el('span', { class: `dot r-${row.result}`, role: 'img', 'aria-label': say(row.result) }, GLYPHS[row.result]),
    el('span', { class: 'what' }, el('span', { class: 'title', lang: language }, row.title[language] || row.id), el('span', { class: 'id' }, row.id),
      row.findings[0] && el('span', { class: 'message' }, row.findings[0][0] && el('b', {}, `${row.findings[0][0]}  `), row.findings[0][1]))));
  return el('section', { class: 'panel' }, el('h2', {}, say('attention')), open.length === 0 ? el('p', { class: 'empty good' }, `✓ ${say('all_good')}`) : el('ul', { class: 'attention' }, first.map(item)),
    open.length > most && el('p', {}, el('a', { href: '#cases' }, say('show_all', open.length))));
}

function suitesPanel() {
  const line = (suite) => el('tr', {}, el('th', { scope: 'row' }, el('a', { href: `#suite=${encodeURIComponent(suite.file)}` }, suite.file)),
    el('td', { class: 'n' }, count(RESULTS.reduce((sum, result) => sum + suite.counts[result], 0))), el('td', { class: 'bar' }, proportionBar(suite.counts)),
    el('td', { class: 'n' }, RESULTS.slice(1).filter((result) => suite.counts[result] > 0).map((result) => el('span', { class: `t-${result}`, title: say(result) }, `${GLYPHS[result]} ${suite.counts[result]} `))));
  return el('section', { class: 'panel' }, el('h2', {}, say('suites')), el('div', { class: 'scroll' }, el('table', { class: 'suites' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('suite')), el('th', { scope: 'col', class: 'n' }, say('total')), el('th', { scope: 'col', colspan: 2 }, say('result')))), el('tbody', {}, summary.suites.map(line)))));
}

const leftOut = () => Object.values(summary.pictures.left_out).reduce((sum, number) => sum + number, 0);
/** How many pictures the page contains, and why others are only named. */
function picturesText() {
  const { embedded, bytes, left_out, of_a_case, limit, limit_of_passed } = summary.pictures;
  const limits = { case_full: of_a_case, report_full: sizeText(limit) };
  const named = Object.entries(left_out).map(([why, number]) => `${say(`picture_${why}`, limits[why], sizeText(limit_of_passed))} ${count(number)}`);
  return [say('pictures_in', count(embedded), sizeText(bytes)), named.length > 0 && el('span', { class: 'note left-out' }, say('pictures_out', count(leftOut())), ' ', named.join(language === 'ja' ? '、' : ', '))];
}

function overviewPage() {
  const { run } = summary;
  const required = summary.coverage.filter((entry) => entry.class === 'required');
  const exercised = required.filter((entry) => entry.passed + entry.failed > 0);
  const meta = [fact(say('device'), run.device), fact(say('started'), `${run.start.replace('T', ' ')} JST`), fact(say('wall'), `${summary.wall.toFixed(2)} s`), fact(say('simulated'), `${seconds(summary.simulated)} s`),
    fact(say('seed'), el('code', {}, run.seed)), fact(say('program'), `uketsuke ${run.program}`), summary.pictures.embedded + leftOut() > 0 && fact(say('pictures'), picturesText()), run.paths.length > 0 && fact(say('paths'), run.paths.map((path) => el('code', {}, `${path} `)))];
  return el('div', { class: 'overview' },
    el('section', { class: `hero r-${summary.result}` },
      el('div', { class: 'verdict' }, el('p', { class: 'eyebrow' }, say('verdict')), el('h1', {}, el('span', { class: 'stamp', 'aria-hidden': 'true' }, GLYPHS[summary.result]), say(`verdict_${summary.result}`)),
        el('p', { class: 'note' }, required.length > 0 && say('untested_note', exercised.length, required.length), summary.interrupted && [' ', el('strong', {}, say('interrupted'))])),
      el('dl', { class: 'facts' }, meta)),
    proportionBar(summary.counts), tiles(),
    el('div', { class: 'columns' }, attention(), el('div', {}, suitesPanel(), untestedPanel('h2'))));
}
