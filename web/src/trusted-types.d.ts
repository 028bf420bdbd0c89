// Trusted types, which TypeScript's own list of interfaces does not have.

interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (input: string) => string },
  ): { createScriptURL(input: string): string };
}

interface Window {
  readonly trustedTypes?: TrustedTypePolicyFactory;
}
