import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** Headers by name. */
export type Headers = Record<string, string>;

/** What helmet sets, asked once: none of it depends on the request but the nonce of a page. */
export function securityHeaders(secure: boolean): Headers {
  return headersOf(helmet({ contentSecurityPolicy: false, hsts: secure, crossOriginEmbedderPolicy: false }));
}

/** The policy of one page: own files only, no inline script or style but those with this page's nonce, no frame around it. */
export function pagePolicy(nonce: string, secure: boolean): Headers {
  const own = ["'self'", `'nonce-${nonce}'`];
  const directives = {
    defaultSrc: ["'self'"],
    scriptSrc: own,
    styleSrc: own,
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    ...(secure ? { upgradeInsecureRequests: [] } : {}),
  };
  return headersOf(helmet.contentSecurityPolicy({ useDefaults: false, directives }));
}

function headersOf(
  middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void,
): Headers {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  middleware(request, response, () => undefined);
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}
