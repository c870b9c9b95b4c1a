/// <reference types="vite/client" />
declare module 'virtual:fluent-tokens.css';
declare const __APP_VERSION__: string;
declare const __APP_COMMIT__: string;

/** What of Trusted Types this page uses (w3c.github.io/trusted-types); a trusted address goes wherever a text may. */
type TrustedUrls = { readonly createScriptURL: (url: string) => string };
declare var trustedTypes:
  | {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (url: string) => string },
      ) => TrustedUrls;
    }
  | undefined;
