/**
 * Trusted Types, where an engine has them: under the policies of our pages, HTML and addresses of scripts are taken
 * from the functions made here only. Elsewhere a text passes as it is, once its rule has agreed.
 */

/** Returns what may be used, and throws for what may not. */
export type TrustRule = (text: string) => string;

/** Who may make trusted text; the content security policy lets these names through. */
export const trustedNames = {
  /** The document of the sandbox's frame. */
  frame: 'interleave-frame',
  /** The interpreter's worker, made in that frame. */
  interpreter: 'interleave-interpreter',
  /** The service worker: offline, and isolation where the host sends no headers. */
  serviceWorker: 'interleave-service-worker',
  /** HTML that the build made of Markdown. */
  prose: 'interleave-prose',
  /** The editor's worker. */
  editor: 'interleave-editor',
} as const;

type TrustedName = (typeof trustedNames)[keyof typeof trustedNames];

interface TrustedPolicy {
  createHTML(text: string): unknown;
  createScriptURL(text: string): unknown;
}

/** A window or a worker's global object. */
interface TrustScope {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: Partial<Record<keyof TrustedPolicy, TrustRule>>): TrustedPolicy;
  };
}

/** A function whose result may be used as HTML. Call it once for each name. */
export function trustHtml(scope: object, name: TrustedName, rule: TrustRule): TrustRule {
  return trust(scope, name, 'createHTML', rule);
}

/** A function whose result may be used as the address of a script. Call it once for each name. */
export function trustScriptUrl(scope: object, name: TrustedName, rule: TrustRule): TrustRule {
  return trust(scope, name, 'createScriptURL', rule);
}

function trust(scope: TrustScope, name: TrustedName, kind: keyof TrustedPolicy, rule: TrustRule): TrustRule {
  const policy = scope.trustedTypes?.createPolicy(name, { [kind]: rule });
  // The types of the DOM know no trusted text; whatever takes the text takes this.
  return policy ? (text) => policy[kind](text) as string : rule;
}
