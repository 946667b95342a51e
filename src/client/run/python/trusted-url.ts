// The part of the browser's API that is used: https://developer.mozilla.org/docs/Web/API/Trusted_Types_API
interface Policy {
  createScriptURL(text: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): Policy;
}

let policy: Policy | undefined;

/** The address of the worker as the content security policy of the pages trusts it: no other one is. */
export function trustedUrl(workerUrl: string): string {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('python-worker', {
    createScriptURL: text => {
      if (text !== workerUrl) throw new TypeError(`${text} is no worker of this site.`);
      return text;
    },
  });
  // TypeScript has no type for the address that the browser takes in place of a text.
  return (policy?.createScriptURL(workerUrl) ?? workerUrl) as string;
}
