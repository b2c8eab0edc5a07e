// The data in the page: JSON for the summary, gzip in base64 for rows and records.
const summary = JSON.parse(document.getElementById('summary').textContent);
const chunkElements = document.querySelectorAll('script.chunk');
const pictureElements = document.querySelectorAll('script.picture');
const chunks = new Map();

async function inflate(element) {
  const binary = atob(element.textContent);
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

/** @type {{id, title, suite, tags, requirements, result, findings, simulated, index, text}[]} */
let rows = [];
const rowIndex = new Map();

async function loadRows() {
  for (const element of document.querySelectorAll('script.rows')) {
    for (const [id, ja, en, suite, tags, requirements, result, findings, simulated] of await inflate(element)) {
      const index = rows.length;
      const words = [id, ja, en, suite, ...tags, ...requirements, ...findings.flat()].join('\n').toLowerCase();
      rows.push({ id, title: { ja, en }, suite, tags, requirements, result, findings, simulated, index, words });
      rowIndex.set(id, index);
    }
  }
}

/** A picture of the page, by its index; created when it is first shown. */
const pictureUri = (place) => `data:image/jpeg;base64,${pictureElements[place].textContent}`;

/** One case with its events, each {time, sequence, source, kind, fields}; null if there is no record. */
async function loadCase(index) {
  const number = Math.floor(index / summary.cases_per_chunk);
  if (!chunks.has(number)) {
    if (chunks.size > 8) chunks.clear();  // users look at few; all at once would be too much
    chunks.set(number, inflate(chunkElements[number]));
  }
  const chunk = await chunks.get(number);
  const found = chunk.cases[index % summary.cases_per_chunk];
  let time = 0;
  const events = found.events && found.events.events.map(([after, entry], sequence) => {
    time += after;
    return { ...chunk.palette[entry], time, sequence };
  });
  return { ...found, header: found.events && found.events.header, events };
}
