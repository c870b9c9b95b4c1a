/*
 * What a browser and a network allow: no framework, no sign-in library; the requests that the product made, in its
 * chains, with its token; the rows in view as plain HTML, the number of all of them once the last page is there.
 * `?every`: all rows, for scrolling.
 */
const rowsInView = new URLSearchParams(location.search).has('every') ? Number.POSITIVE_INFINITY : 20;
const { token, chains } = await (await fetch('/limit.json')).json();
const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
const body = document.querySelector('tbody');
const footer = document.querySelector('p');
const services = [];

/** Rows of services, as Resource Graph answers them: the first address in any of their facts stands for the cell. */
function show(rows) {
  for (const row of rows) {
    if (!/\/providers\/microsoft\.apimanagement\/service\/[^/]+$/i.test(row.id ?? '')) continue;
    services.push(row);
    if (services.length > rowsInView) continue;
    const line = body.insertRow();
    const address = /\d{1,3}(\.\d{1,3}){3}/.exec(JSON.stringify(row))?.[0] ?? '';
    for (const text of [row.name, row.sku?.name, address, row.location])
      line.insertCell().textContent = text ?? '';
  }
}

await Promise.all(
  chains.map(async chain => {
    for (const { url, method, body: sent } of chain) {
      const answer = await fetch(url, { method, headers, ...(sent ? { body: sent } : {}) });
      const json = await answer.json();
      if (Array.isArray(json.data)) show(json.data);
    }
  }),
);
footer.textContent = `${services.length} services that you may read, all`;
