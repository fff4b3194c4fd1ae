import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { createRoutes } from './app/routes.js';
import { ToastProvider } from './design/toast.js';
import { createApi, whenSignedOut } from './graphql/client.js';
import { firstLanguage, startTranslations } from './i18n/index.js';
import './design/tokens.css';
import './design/base.css';
import './design/kit.css';
import './design/form.css';
import './design/shell.css';
import './chart/chart.css';
import './design/print.css';

whenSignedOut(() => {
  const { pathname, search } = window.location;
  if (!['/login', '/setup', '/invitation'].includes(pathname))
    window.location.assign(`/login?to=${encodeURIComponent(pathname + search)}`);
});

await startTranslations(firstLanguage());
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Provider value={createApi()}>
        <ToastProvider>
          <RouterProvider router={createRoutes()} />
        </ToastProvider>
      </Provider>
    </StrictMode>,
  );
