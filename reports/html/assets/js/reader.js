// The reader as the patient saw it: camera, screen with its buttons, lamp, slot and card.
function deviceFigure(shown, { lamp, card, touched, prompts }) {
  const { screen, title, text, buttons, code } = shown.fields;
  const button = (item) => {
    const hit = item.button === touched;
    return el('span', { class: `key${hit ? ' touched' : ''} key-${item.button}` },
      el('span', { lang: 'ja' }, item.label.ja), item.label.en !== item.label.ja && el('span', { lang: 'en', class: 'gloss' }, item.label.en),
      hit && el('span', { class: 'tap' }, el('span', { 'aria-hidden': 'true' }, '☝ '), say('touched')));
  };
  const prompt = prompts.length > 0 && prompts[prompts.length - 1].fields.text;
  const spoken = `${title.ja} ${title.en}; ${prompt ? `${prompt}; ` : ''}${say('lamp')}: ${say(`lamp_${lamp}`)}; ${say(card ? 'card_in' : 'card_out')}`;
  return el('figure', { class: 'device', 'aria-label': spoken },
    el('div', { class: 'head' }, el('span', { class: 'lens', 'aria-hidden': 'true' })),
    el('div', { class: `glass s-${screen}` },
      el('div', { class: 'bar' }, el('span', { lang: 'ja' }, 'マイナ受付'), code && el('span', { class: 'code' }, code)),
      el('div', { class: 'face' },
        el('p', { class: 'title', lang: 'ja' }, title.ja), title.en && el('p', { class: 'gloss', lang: 'en' }, title.en),
        text.ja && el('p', { class: 'body', lang: 'ja' }, text.ja), text.en && el('p', { class: 'gloss', lang: 'en' }, text.en),
        screen === 'face_guide' && el('span', { class: 'guide', 'aria-hidden': 'true' }), prompt && el('p', { class: 'prompt', lang: 'ja' }, prompt)),
      buttons.length > 0 && el('div', { class: `keys n${Math.min(buttons.length, 3)}` }, buttons.map(button))),
    el('div', { class: 'foot' },
      el('span', { class: `lamp l-${lamp}` }), el('span', { class: 'lampname' }, `${say('lamp')}: ${say(`lamp_${lamp}`)}`),
      el('span', { class: `slot${card ? ' in' : ''}` }, card && el('span', { class: 'card', 'aria-hidden': 'true' })),
      el('span', { class: 'slotname' }, say(card ? 'card_in' : 'card_out'))));
}
