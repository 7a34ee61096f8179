/**
 * What a person does with the page, as far as it goes without a browser: fetches the page, its frames and everything they
 * name, tampers with each choice, and looks at the bytes that are served.
 *
 * @param {string} url
 * @returns {Promise<string[]>} what was found, a line per choice
 */
export async function check(url) {
  const api = new URL("api/tamper", url);
  const { choices, sides } = await (await get(api)).json();
  for (const page of [url, ...Object.values(sides).map(({ host }) => new URL(host, url).href)]) {
    const html = await (await get(page)).text();
    const named = [...html.matchAll(/\b(?:src|href)="(?!data:)([^"]+)"/g)].map(([, name]) => new URL(name, page));
    if (named.length === 0) throw new Error(`${page} names no script`);
    for (const one of named) await get(one);
  }
  const lines = [];
  for (const { id } of choices) {
    const tampered = await (await get(api, { method: "PUT", body: JSON.stringify({ choice: id }) })).json();
    const before = new Map();
    for (const { remote, files } of Object.values(tampered.sides)) {
      if (files.length === 0) throw new Error(`"${id}" changes nothing of ${remote}`);
      for (const file of files) before.set(remote + file, await bytes(remote + file));
    }
    const real = await (await get(api, { method: "DELETE" })).json();
    if (real.active !== null) throw new Error(`"${id}" is still chosen`);
    for (const [file, tampered] of before) {
      if ((await bytes(file)).equals(tampered)) throw new Error(`"${id}" does not change what is served as ${file}`);
    }
    lines.push(`${id}: other bytes for ${tampered.sides.sealed.files.join(" and ")}, and the real ones again`);
  }
  return lines;
}

async function bytes(url) {
  return Buffer.from(await (await get(url)).arrayBuffer());
}

async function get(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response;
}
