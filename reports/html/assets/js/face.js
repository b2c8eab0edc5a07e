// A face before the camera: kept pictures, guidance for the patient, measurements.
const MEASURES = ['similarity', 'liveness', 'parallax'];
const thousandths = (value) => (value / 1000).toFixed(3);

/** A number beside its limit, as a bar with the limit marked. Says so if it was not measured. */
function meter(name, value, limit) {
  if (value === undefined && limit === undefined) return null;
  const held = value !== undefined && (limit === undefined || value >= limit);
  const sign = held ? '≥' : '<';
  const end = name === 'parallax' ? Math.max(2 * (limit || 0), value || 0, 1) : 1000;  // a distance has no fixed maximum
  const share = (part) => `${Math.min(100, Math.max(0, part / end * 100))}%`;
  const fill = el('span', { class: 'fill' });
  fill.style.width = share(value || 0);
  const mark = limit !== undefined && el('span', { class: 'limit' });
  if (mark) mark.style.left = share(limit);
  const text = value === undefined ? say('not_measured', thousandths(limit)) : limit === undefined ? thousandths(value) : `${thousandths(value)} ${sign} ${thousandths(limit)}`;
  return el('div', { class: `meter ${value === undefined ? 'none' : held ? 'held' : 'short'}` }, el('dt', {}, say(`measure_${name}`)),
    el('dd', {}, el('span', { class: 'scale', 'aria-hidden': 'true' }, value !== undefined && fill, mark), el('span', { class: 'value' }, text)));
}

function measuredBody({ fields }) {
  return [el('span', { class: 'kind' }, term(KINDS, 'face_measured')), el('span', { class: 'field' }, say('frame', fields.frame)),
    el('dl', { class: 'meters' }, MEASURES.map((name) => meter(name, fields[name], fields[`${name}_at_least`])))];
}

/** The guidance, as shown on the reader's screen. */
function guidanceBody({ fields }) {
  return [el('span', { class: 'kind' }, term(KINDS, 'guidance_shown')), el('span', { class: 'field' }, el('b', {}, term(GUIDANCES, fields.guidance))),
    fields.text && el('p', { class: 'prompt', lang: 'ja' }, fields.text)];
}

function absentPicture(file, why) {
  const limit = { case_full: summary.pictures.of_a_case, report_full: sizeText(summary.pictures.limit) }[why];
  return el('p', { class: 'absent' }, say(`picture_${why}`, limit, sizeText(summary.pictures.limit_of_passed)), ' ', el('code', {}, file));
}
const sizeText = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1048576).toFixed(bytes % 1048576 ? 1 : 0)} MiB`);

/** A kept picture from the page's data; a click enlarges it. */
function keptPicture({ sequence, fields }, place, caption) {
  const anchor = { class: 'kept', id: `event-${sequence}`, tabindex: -1 };
  if (typeof place !== 'number') return el('div', anchor, absentPicture(fields.file, place || 'missing'));
  const label = [say('frame', fields.frame), caption].filter(Boolean).join(': ');
  const image = el('img', { src: pictureUri(place), alt: label, title: fields.file, decoding: 'async',
    onerror: () => button.replaceWith(absentPicture(fields.file, 'not_jpeg')) });
  const button = el('button', { class: 'shot', type: 'button', 'aria-expanded': 'false', 'aria-label': `${label}. ${say('enlarge')}`,
    onclick: () => button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true')) }, image);
  return el('figure', anchor, button, el('figcaption', {}, say('frame', fields.frame)));
}

const LOOKS = new Set(['guidance_shown', 'face_measured', 'picture_kept']);
const isLook = (event) => event !== undefined && LOOKS.has(event.kind);

/** The reader's measurements of a picture, and the picture if one was kept: the next event, at the same time. */
function lookAt(events, i) {
  if (!isLook(events[i])) return null;
  if (events[i].kind === 'picture_kept') return { made: null, picture: events[i], last: i };
  const next = events[i + 1];
  const kept = next && next.kind === 'picture_kept' && next.time === events[i].time;
  return { made: events[i], picture: kept ? next : null, last: kept ? i + 1 : i };
}
const eventsOf = ({ made, picture }) => [made, picture].filter(Boolean);
const isGuidance = (made) => made !== null && made.kind === 'guidance_shown';
const captionOf = (made) => made && (isGuidance(made) ? term(GUIDANCES, made.fields.guidance) : term(KINDS, made.kind));
const saysSame = (one, other) => isGuidance(one.made) && isGuidance(other.made) && one.made.fields.guidance === other.made.fields.guidance && one.made.fields.text === other.made.fields.text;

/** One line of the timeline: the picture beside the reader's measurements. */
function lookLine({ made, picture }, pictures, findings) {
  const event = made || picture;
  const body = !made ? el('span', { class: 'kind' }, term(KINDS, 'picture_kept')) : isGuidance(made) ? guidanceBody(made) : measuredBody(made);
  return el('li', { class: `event look${findings.length ? ' found' : ''}`, id: made && `event-${made.sequence}`, tabindex: -1 },
    el('time', {}, seconds(event.time)), el('span', { class: 'src' }, term(SOURCES, event.source)),
    el('div', { class: 'say' }, picture && keptPicture(picture, pictures[picture.fields.file], captionOf(made)), el('div', { class: 'made' }, body, findings.map(callout))));
}

/** A repeated guidance is one collapsed line. */
function againLine(looks, pictures, findingsAt) {
  const found = looks.flatMap((look) => eventsOf(look).flatMap(findingsAt));
  const [first, last] = [looks[0].made, looks[looks.length - 1].made];
  return el('li', { class: `event again${found.length ? ' found' : ''}` }, el('time', {}, seconds(first.time)), el('span', { class: 'src' }, term(SOURCES, first.source)),
    el('details', { class: 'say', open: found.length > 0 }, el('summary', {}, say('again', captionOf(first), looks.length), el('span', { class: 'field' }, say('until', `${seconds(last.time)} s`))),
      el('ol', { class: 'strip' }, looks.map((look) => el('li', { id: `event-${look.made.sequence}`, tabindex: -1 }, el('time', {}, seconds(look.made.time)),
        look.picture && keptPicture(look.picture, pictures[look.picture.fields.file], captionOf(look.made)), eventsOf(look).flatMap(findingsAt).map(callout))))));
}

/** The lines of a look and of the following ones with equal content, and the index of their last event. */
function lookLines(events, i, pictures, findingsAt) {
  const first = lookAt(events, i);
  const again = [];
  let { last } = first;
  for (let more = lookAt(events, last + 1); more && saysSame(first, more); more = lookAt(events, last + 1)) {
    again.push(more);
    last = more.last;
  }
  const line = (look) => lookLine(look, pictures, eventsOf(look).flatMap(findingsAt));
  return { items: [line(first), ...(again.length > 1 ? [againLine(again, pictures, findingsAt)] : again.map(line))], last };
}

function faceShownBody({ fields }) {
  const tone = fields.shown === 'holder' ? 'data' : fields.shown === 'nobody' ? 'no' : 'odd';
  return el('span', { class: `chip ${tone}` }, term(SHOWN, fields.shown));
}
function faceWipedBody({ fields }) {
  const held = ['photo', 'probe', 'template'].filter((item) => fields[item]);
  return held.length ? held.map((item) => el('span', { class: 'chip' }, say(`wiped_${item}`))) : el('span', { class: 'field' }, say('wiped_nothing'));
}
