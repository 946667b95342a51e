/** What the site has at an address, as JSON. @throws TypeError if it cannot be loaded */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
  return response.json();
}
