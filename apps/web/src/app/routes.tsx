import { createBrowserRouter } from 'react-router';
import { startLaterTranslations, startSentences } from '../i18n/index.js';
import { CrumbProvider } from './crumbs.js';
import { LoginPage } from './login-page.js';
import { MeProvider } from './me.js';
import { BrokenPage, NotFoundPage } from './not-found-page.js';
import { Shell } from './shell.js';

// these pages say more than the first one and the shell do
const withLater =
  <Page,>(load: () => Promise<Page>) =>
  async (): Promise<Page> =>
    (await Promise.all([load(), startLaterTranslations()]))[0];

// these pages show what the server says
const withSentences =
  <Page,>(load: () => Promise<Page>) =>
  async (): Promise<Page> =>
    (await Promise.all([load(), startSentences()]))[0];

/** Every address; each page is loaded when it is first opened. */
export const createRoutes = () =>
  createBrowserRouter([
    { path: '/login', element: <LoginPage />, errorElement: <BrokenPage /> },
    {
      path: '/invitation',
      lazy: async () => ({ Component: (await import('./setup-page.js')).InvitationPage }),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      path: '/password-reset',
      lazy: async () => ({ Component: (await import('./password-reset-page.js')).PasswordResetPage }),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      path: '/setup/sample',
      lazy: async () => ({ Component: (await import('./sample-question-page.js')).SampleQuestionPage }),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      path: '/setup',
      lazy: async () => ({ Component: (await import('./setup-page.js')).SetupPage }),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      element: (
        <MeProvider>
          <CrumbProvider>
            <Shell />
          </CrumbProvider>
        </MeProvider>
      ),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('../pages/home/home-page.js')).HomePage }),
        },
        {
          path: 'toil',
          lazy: withSentences(async () => ({
            Component: (await import('../pages/toil/toil-page.js')).ToilPage,
          })),
        },
        {
          path: 'toil/:service',
          lazy: withSentences(async () => ({
            Component: (await import('../pages/toil/service-page.js')).ServicePage,
          })),
        },
        {
          path: 'incidents',
          lazy: withSentences(async () => ({
            Component: (await import('../pages/incidents/incidents-page.js')).IncidentsPage,
          })),
        },
        {
          path: 'incidents/:id',
          lazy: withSentences(async () => ({
            Component: (await import('../pages/incidents/incident-page.js')).IncidentPage,
          })),
        },
        {
          path: 'automate',
          lazy: async () => ({
            Component: (await import('../pages/automate/automate-page.js')).AutomatePage,
          }),
        },
        {
          path: 'datasets',
          lazy: withLater(async () => ({
            Component: (await import('../pages/datasets/datasets-page.js')).DatasetsPage,
          })),
        },
        {
          path: 'datasets/:key',
          lazy: withLater(async () => ({
            Component: (await import('../pages/datasets/dataset-page.js')).DatasetPage,
          })),
        },
        {
          path: 'pipelines',
          lazy: withLater(async () => ({
            Component: (await import('../pages/pipelines/pipelines-page.js')).PipelinesPage,
          })),
        },
        {
          path: 'pipelines/doctor',
          lazy: withLater(async () => ({
            Component: (await import('../pages/pipelines/doctor-page.js')).DoctorPage,
          })),
        },
        {
          path: 'pipelines/:key',
          lazy: withLater(async () => ({
            Component: (await import('../pages/pipelines/pipeline-page.js')).PipelinePage,
          })),
        },
        {
          path: 'pipelines/:key/compare',
          lazy: withLater(async () => ({
            Component: (await import('../pages/pipelines/compare-page.js')).ComparePage,
          })),
        },
        {
          path: 'pipelines/:key/runs/:id',
          lazy: withLater(async () => ({ Component: (await import('../pages/run/run-page.js')).RunPage })),
        },
        {
          path: 'models',
          lazy: withLater(async () => ({
            Component: (await import('../pages/models/models-page.js')).ModelsPage,
          })),
        },
        {
          path: 'models/inspector',
          lazy: withLater(async () => ({
            Component: (await import('../pages/models/inspector-page.js')).InspectorPage,
          })),
        },
        {
          path: 'models/:key',
          lazy: withLater(async () => ({
            Component: (await import('../pages/models/versions-page.js')).VersionsPage,
          })),
        },
        {
          path: 'models/:key/:number',
          lazy: withLater(async () => ({
            Component: (await import('../pages/models/version-page.js')).VersionPage,
          })),
        },
        {
          path: 'alerts',
          lazy: withSentences(async () => ({
            Component: (await import('../pages/alerts/alerts-page.js')).AlertsPage,
          })),
        },
        {
          path: 'settings',
          lazy: withLater(async () => ({
            Component: (await import('../pages/settings/settings-page.js')).SettingsPage,
          })),
        },
        {
          path: 'settings/:tab',
          lazy: withLater(async () => ({
            Component: (await import('../pages/settings/settings-page.js')).SettingsPage,
          })),
        },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
