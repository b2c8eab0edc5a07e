// Selects the page by the address (#overview, #cases, #requirements, #case=ID&event=N), and draws the frame around it.
const main = document.getElementById('main');
let split = null;  // the cases page while it is open: {list, pane}

function frame(view) {
  document.documentElement.lang = language;
  document.title = `${say(`verdict_${summary.result}`)} · ${summary.run.device} · Uketsuke`;
  document.getElementById('subtitle').textContent = say('subtitle');
  document.getElementById('language').textContent = say('other_language');
  document.getElementById('language').lang = language === 'ja' ? 'en' : 'ja';
  document.getElementById('views').replaceChildren(...['overview', 'cases', 'requirements'].map((name) => el('a', { href: `#${name}`, 'aria-current': name === view ? 'page' : null }, say(name))));
  if (view !== 'cases') split = null;
}

function showCases() {
  const tally = el('p', { class: 'tally', 'aria-live': 'polite' });
  const pane = el('div', { class: 'pane' }, el('p', { class: 'empty' }, say('pick')));
  const list = caseList(null, (id) => { location.hash = caseHash(id); });
  const count_up = () => tally.replaceChildren(say('shown', count(list.shown.length), count(rows.length)), el('span', { class: 'keys-hint' }, say('keys')));
  split = { list, pane, root: el('div', { class: 'split' }, el('div', { class: 'side' }, filterBar(() => { list.refilter(); count_up(); }), tally, list.element), pane) };
  frame('cases');
  main.replaceChildren(split.root);
  count_up();
  list.draw();
}

async function showCase(id, event) {
  if (!split) showCases();
  const { root, list, pane } = split;
  const index = rowIndex.get(id);
  root.classList.add('open');
  if (index === undefined) return pane.replaceChildren(el('p', { class: 'callout' }, say('unknown_case', id)));
  list.select(id);
  const drawn = pane.querySelector('article.case');
  if (!drawn || pane.dataset.id !== id) {
    const address = location.hash;
    const found = await loadCase(index);
    if (location.hash !== address) return;  // the user has moved on meanwhile
    const at = list.shown.indexOf(rows[index]);
    const around = at < 0 ? rows : list.shown;
    const here = at < 0 ? index : at;
    pane.replaceChildren(casePage(found, { previous: around[here - 1], next: around[here + 1] }));
    pane.dataset.id = id;
    pane.scrollTop = 0;
    window.scrollTo(0, 0);
    if (event === undefined) document.getElementById('case-title').focus({ preventScroll: true });
  }
  for (const old of pane.querySelectorAll('.pointed')) old.classList.remove('pointed');
  const target = event !== undefined && document.getElementById(`event-${event}`);
  if (!target) return;
  for (let up = target; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
  target.classList.add('pointed');
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

function showPage(view, page) {
  frame(view);
  main.replaceChildren(page);
  window.scrollTo(0, 0);
}

function route() {
  const hash = location.hash.slice(1);
  const only = (key, value) => { for (const name in filter) filter[name] = ''; filter[key] = value; showCases(); };
  const named = /^(case|cases|suite|about|requirement)=(.*)$/.exec(hash);
  if (!named) {
    if (hash === 'cases') return showCases();
    if (hash === 'requirements') return showPage('requirements', requirementsPage());
    return showPage('overview', overviewPage());
  }
  const [, key, value] = named;
  if (key === 'case') {
    const [, id, event] = /^(.*?)(?:&event=(\d+))?$/.exec(value);
    return showCase(decoded(id), event === undefined ? undefined : Number(event));
  }
  if (key === 'cases') return only('result', decoded(value));
  if (key === 'suite') return only('suite', decoded(value));
  if (key === 'about') return only('requirement', decoded(value));
  showPage('requirements', requirementsPage(decoded(value)));
  const line = document.getElementById(`req-${decoded(value)}`);
  if (line) line.scrollIntoView({ block: 'center' });
}

document.getElementById('language').addEventListener('click', () => {
  language = language === 'ja' ? 'en' : 'ja';
  split = null;
  route();
});
window.addEventListener('hashchange', route);
if (typeof DecompressionStream === 'undefined') main.replaceChildren(el('p', { class: 'loading' }, say('no_inflate')));
else loadRows().then(route);
