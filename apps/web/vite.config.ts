import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const api = process.env.UNTOIL_API ?? 'http://127.0.0.1:8080';

// The API serves dist/web; nothing is inlined, so that the page lives under a policy without inline scripts or styles.
export default defineConfig({
  root: here,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    target: 'es2022',
  },
  server: {
    proxy: Object.fromEntries(
      [
        '/graphql',
        '/session',
        '/setup',
        '/invitation',
        '/password-reset',
        '/uploads',
        '/pictures',
        '/exports',
        '/v1',
        '/files',
        '/livez',
        '/readyz',
      ].map((path) => [
        path,
        {
          target: api,
          ws: true,
          bypass: (request: { method?: string; headers: { accept?: string }; url?: string }) =>
            request.method === 'GET' && request.headers.accept?.includes('text/html')
              ? '/index.html'
              : undefined,
        },
      ]),
    ),
  },
});
