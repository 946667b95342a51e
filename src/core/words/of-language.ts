/** What a table has for a language, `de-AT` as `de`; undefined if there is nothing. */
export function ofLanguage<T>(table: Readonly<Record<string, T>>, language: string): T | undefined {
  const key = [language, language.split('-')[0] ?? ''].find(each => Object.hasOwn(table, each));
  return key === undefined ? undefined : table[key];
}
