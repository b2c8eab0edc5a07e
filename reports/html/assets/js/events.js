// One line per event.
const BAD = new Set(['step_failed', 'screen_timed_out', 'identity_refused', 'service_timed_out', 'reception_aborted', 'camera_failed']);
const GOOD = new Set(['identity_confirmed', 'reception_completed', 'registered']);

function fieldWords(fields) {
  return Object.entries(fields).filter(([, value]) => value !== '').map(([name, value]) => {
    const shown = value && typeof value === 'object' && !Array.isArray(value) ? value[language] ?? JSON.stringify(value) : Array.isArray(value) ? value.join(', ') : String(value);
    return el('span', { class: 'field' }, el('span', { class: 'name' }, name.replaceAll('_', ' ')), ' ', el('b', {}, shown.replaceAll('_', ' ')));
  });
}

function eventBody(event, labelOf) {
  const { kind, fields } = event;
  const name = el('span', { class: 'kind' }, term(KINDS, kind));
  if (kind === 'consent_recorded') {
    return [name, el('span', { class: `chip ${fields.given ? 'yes' : 'no'}` }, el('b', {}, term(CATEGORIES, fields.category)), ' ', say(fields.given ? 'given' : 'not_given')),
      fields.available_time && el('span', { class: 'field' }, say('until', clockText(fields.available_time)))];
  }
  if (kind === 'data_released') {
    return [name, el('span', { class: `chip ${fields.any ? 'data' : 'no'}` }, el('b', {}, term(CATEGORIES, fields.category)), ' ', say(fields.any ? 'released' : 'nothing_to_release'))];
  }
  if (kind === 'button_touched') {
    const label = labelOf(fields.button);
    return [name, el('span', { class: 'chip key' }, label ? [el('span', { lang: 'ja' }, label.ja), ' ', label.en !== label.ja && el('span', { class: 'gloss', lang: 'en' }, label.en)] : fields.button)];
  }
  if (kind === 'eligibility_answered') {
    const { specific_disease_certificate: disease, ...rest } = fields;
    return [name, fieldWords(rest), disease && el('span', { class: 'field' }, el('b', {}, say('holds_disease')))];
  }
  if (kind === 'lamp') return [name, el('span', { class: `lamp l-${fields.color}` }), say(`lamp_${fields.color}`)];
  if (kind === 'face_shown') return [name, faceShownBody(event)];
  if (kind === 'face_data_wiped') return [name, faceWipedBody(event)];
  if (kind === 'camera_failed') return [name, el('span', { class: 'field' }, el('b', {}, term(TROUBLES, fields.trouble)))];
  if (kind === 'face_compared') return [name, el('span', { class: 'field' }, el('b', {}, term(FACE_RESULTS, fields.result)))];
  if (kind === 'phone_checked') {
    return [name, el('span', { class: 'field' }, el('b', {}, term(PHONE_RESULTS, fields.result))),
      fields.tries_left !== undefined && fieldWords({ tries_left: fields.tries_left })];
  }
  if (kind === 'identity_refused') return [name, el('span', { class: 'field' }, term(METHODS, fields.method), ': ', el('b', {}, term(REFUSALS, fields.reason)))];
  return [name, fieldWords(fields)];
}
const clockText = (stamp) => stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6');

function eventLine(event, findings, labelOf) {
  const tone = BAD.has(event.kind) ? ' bad' : GOOD.has(event.kind) ? ' good' : '';
  return el('li', { class: `event${tone}${findings.length ? ' found' : ''}`, id: `event-${event.sequence}`, tabindex: -1 },
    el('time', {}, seconds(event.time)), el('span', { class: 'src' }, term(SOURCES, event.source)), el('div', { class: 'say' }, eventBody(event, labelOf), findings.map(callout)));
}
function callout(finding) {
  return el('p', { class: 'callout' }, el('span', { 'aria-hidden': 'true' }, '✕ '), finding.requirement && el('b', {}, `${finding.requirement} `), finding.message);
}

function apduGroup(events, findingsAt) {
  const first = events[0];
  const names = [...new Set(events.map((event) => event.fields.name))];
  const found = events.some((event) => findingsAt(event).length > 0);
  return el('li', { class: 'event group' }, el('time', {}, seconds(first.time)), el('span', { class: 'src' }, term(SOURCES, first.source)),
    el('details', { class: 'say', open: found }, el('summary', {}, say('apdus', events.length), el('span', { class: 'field' }, names.slice(0, 4).join(', ') + (names.length > 4 ? ', …' : ''))),
      el('div', { class: 'scroll' }, el('table', { class: 'apdus' }, el('thead', {}, el('tr', {}, ['s', say('apdu_command'), '', say('apdu_data'), say('apdu_status')].map((x) => el('th', { scope: 'col' }, x)))),
        el('tbody', {}, events.map((event) => [el('tr', { id: `event-${event.sequence}`, tabindex: -1, class: findingsAt(event).length ? 'found' : null },
          el('td', {}, seconds(event.time)), el('td', { class: 'hex' }, event.fields.command), el('td', {}, event.fields.name),
          el('td', {}, `${event.fields.sent} / ${event.fields.received}`), el('td', { class: `hex${event.fields.status === '9000' ? '' : ' warn'}` }, event.fields.status || say('no_answer'))),
          findingsAt(event).map((finding) => el('tr', {}, el('td', { colspan: 5 }, callout(finding))))]))))));
}
