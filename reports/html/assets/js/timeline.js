// A record, split at each new screen: the screen on one side, its events on the other.
function segmentsOf(events) {
  const segments = [{ shown: null, events: [] }];
  for (const event of events) {
    if (event.kind === 'screen_shown') segments.push({ shown: event, events: [] });
    else segments[segments.length - 1].events.push(event);
  }
  let lamp = 'off';
  let card = false;
  for (const segment of segments) {
    segment.card = card;
    // A reader sets its lamp shortly before or after the screen: that state belongs to the drawing.
    for (const event of segment.events) {
      if (event.kind === 'lamp' && segment.shown && event.time - segment.shown.time < 2e8) lamp = event.fields.color;
    }
    segment.lamp = lamp;
    for (const event of segment.events) {
      if (event.kind === 'lamp') lamp = event.fields.color;
      if (event.kind === 'card_inserted') card = true;
      if (event.kind === 'card_removed') card = false;
    }
    segment.prompts = segment.events.filter((event) => event.kind === 'guidance_shown');
    const touch = segment.shown && segment.events.find((event) => event.kind === 'button_touched' && event.fields.screen === segment.shown.fields.screen);
    segment.touched = touch && touch.fields.button;
  }
  return segments.filter((segment) => segment.shown || segment.events.length > 0);
}

function eventItems(segment, findingsAt, pictures) {
  const labelOf = (button) => segment.shown && (segment.shown.fields.buttons.find((item) => item.button === button) || {}).label;
  const items = [];
  for (let i = 0; i < segment.events.length; ++i) {
    const event = segment.events[i];
    if (event.kind === 'apdu') {
      let end = i;
      while (end < segment.events.length && segment.events[end].kind === 'apdu') ++end;
      items.push(apduGroup(segment.events.slice(i, end), findingsAt));
      i = end - 1;
    } else if (event.kind === 'step_started') {
      items.push(el('li', { class: 'event step', id: `event-${event.sequence}`, tabindex: -1 }, el('time', {}, seconds(event.time)),
        el('span', { class: 'src' }, say('step', event.fields.index)), el('code', { class: 'say' }, event.fields.step)));
    } else if (isLook(event)) {
      const { items: lines, last } = lookLines(segment.events, i, pictures, findingsAt);
      items.push(...lines);
      i = last;
    } else items.push(eventLine(event, findingsAt(event), labelOf));
  }
  return items;
}

function timeline(events, findings, pictures) {
  const findingsAt = (event) => findings.filter((finding) => finding.sequence === event.sequence);
  return el('ol', { class: 'timeline' }, segmentsOf(events).map((segment) => {
    const { shown } = segment;
    const found = shown ? findingsAt(shown) : [];
    return el('li', { class: `segment${found.length ? ' found' : ''}`, id: shown ? `event-${shown.sequence}` : null, tabindex: -1 },
      el('div', { class: 'mark' }, el('time', {}, `${seconds(shown ? shown.time : segment.events[0].time)} s`), el('span', { class: 'name' }, shown ? shown.fields.screen : say('before_screen'))),
      shown ? el('div', { class: 'seen' }, deviceFigure(shown, segment), segment.prompts.length > 1 && el('p', { class: 'which' }, say('last_prompt', segment.prompts.length)), found.map(callout)) : el('div', { class: 'seen none', 'aria-hidden': 'true' }),
      el('ol', { class: 'events' }, eventItems(segment, findingsAt, pictures)));
  }));
}
