import type { WebSettings } from './web-settings.private';

type Needed = Pick<WebSettings, 'challenge'> & { readonly isSecure: boolean };

/**
 * Headers of every page. A page may load scripts and styles from its own origin, post forms to it, and nothing else: no frames
 * around it or in it, no scripts or styles in the markup. `returnUrl` is where the last page posts to.
 * https://www.w3.org/TR/CSP3/
 */
export function pageHeaders(
  { challenge, isSecure }: Needed,
  returnUrl?: string,
): Readonly<Record<string, string>> {
  const others = challenge === undefined ? '' : ` ${challenge.origins.join(' ')}`;
  const formTarget = returnUrl === undefined ? '' : ` ${new URL(returnUrl).origin}`;
  const policy = [
    "default-src 'none'",
    `script-src 'self'${others}`,
    `style-src 'self'${others}`,
    "img-src 'self'",
    `connect-src 'self'${others}`,
    ...(challenge === undefined ? [] : [`frame-src${others}`]),
    `form-action 'self'${formTarget}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy.join('; '),
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'X-Robots-Tag': 'noindex',
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
