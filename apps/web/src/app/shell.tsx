import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { Bones } from '../design/card.js';
import { Menu } from '../design/menu.js';
import { changeLanguage, startLaterTranslations } from '../i18n/index.js';
import { SampleBanner } from '../sample/sample-banner.js';
import { Crumbs } from './crumbs.js';
import { LogDialog } from './log-dialog.js';
import { useMe } from './me.js';
import { Nav, Tabs } from './nav.js';
import { commandKey } from './platform.js';
import { rememberPage } from './recent.js';
import { signOut } from './session.js';
import { shortcutOf } from './shortcut.rules.js';
import { currentTheme, setTheme } from './theme.js';

const CommandPalette = lazy(() =>
  Promise.all([import('./palette.js'), startLaterTranslations()]).then(([module]) => ({
    default: module.CommandPalette,
  })),
);
const HelpDialog = lazy(() => import('./help-dialog.js').then((module) => ({ default: module.HelpDialog })));

type Open = 'log' | 'palette' | 'help' | null;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('dialog') !== null);

// as a click does: a button that may not be pressed is not pressed
const saveFormOf = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('form')?.querySelector<HTMLElement>('[type=submit]:not(:disabled)')?.click();

const useShortcuts = (open: (what: Open) => void, go: (to: string) => void) => {
  const after = useRef<{ key: 'g'; until: number } | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const waiting = after.current && after.current.until > event.timeStamp ? after.current.key : null;
      const asked = shortcutOf(
        {
          key: event.key,
          code: event.code,
          isComposing: event.isComposing || event.keyCode === 229,
          ctrlKey: event.ctrlKey,
          metaKey: event.metaKey,
          altKey: event.altKey,
          typing: typing(event.target),
        },
        waiting,
      );
      after.current = null;
      if (!asked) return;
      event.preventDefault();
      if ('go' in asked) go(asked.go);
      else if ('wait' in asked) after.current = { key: 'g', until: event.timeStamp + 1500 };
      else if (asked.act === 'submit') saveFormOf(event.target);
      else open(asked.act === 'search' ? 'palette' : asked.act);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, go]);
};

/** Navigation, top bar and the dialogs that every page shares. */
export const Shell = () => {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [open, setOpen] = useState<Open>(null);
  const go = useCallback((to: string) => void navigate(to), [navigate]);
  useShortcuts(setOpen, go);
  useEffect(() => {
    const timer = setTimeout(() => rememberPage(pathname, document.title.replace(/ - Untoil$/, '')), 1000);
    window.scrollTo(0, 0);
    return () => clearTimeout(timer);
  }, [pathname]);
  const close = useCallback(() => setOpen(null), []);
  const other = i18n.language === 'ko' ? 'en' : 'ko';
  const leave = useCallback(async () => {
    await signOut();
    window.location.assign('/login');
  }, []);
  const dark =
    currentTheme() === 'dark' ||
    (currentTheme() === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const flip = () => setTheme(dark ? 'light' : 'dark');
  const initials = me.name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  return (
    <div className="frame">
      <a className="skip" href="#page">
        {t('shell.skip')}
      </a>
      <Nav />
      <div style={{ minWidth: 0 }}>
        <header className="top">
          <Crumbs label={t('shell.crumbs')} />
          <button type="button" className="quick" onClick={() => setOpen('log')}>
            <span className="hide-s">
              {t('shell.log.short')}: {t('shell.quick')}
            </span>
            <span className="only-s">{t('shell.log.button')}</span>
            <kbd>C</kbd>
            <kbd>{commandKey() === '⌘' ? '⌘K' : 'Ctrl K'}</kbd>
          </button>
          <Menu
            label={`${initials}: ${t('shell.account', { name: me.name })}`}
            className="avatar"
            face={initials}
            items={[
              ['language', t(`shell.language.${other}`), () => void changeLanguage(other)],
              ['theme', t(dark ? 'shell.theme.light' : 'shell.theme.dark'), flip],
              ['system', t('shell.theme.system'), () => setTheme('system')],
              ['help', t('shell.help.title'), () => setOpen('help')],
              ['out', t('shell.signOut'), () => void leave()],
            ]}
          />
        </header>
        <main className="page" id="page" data-page={pathname}>
          <Suspense fallback={<Bones heights={[40, 160, 320]} />}>
            <SampleBanner>
              <Outlet />
            </SampleBanner>
          </Suspense>
        </main>
      </div>
      <Tabs onGo={go} />
      {open === 'log' && <LogDialog onClose={close} />}
      <Suspense>
        {open === 'palette' && (
          <CommandPalette
            onClose={close}
            onGo={go}
            actions={[
              { key: 'log', message: 'shell.log.title', keys: 'C', act: () => setOpen('log') },
              { key: 'incident', message: 'incidents.open', act: () => go('/incidents?new=1') },
              { key: 'dataset', message: 'datasets.import', act: () => go('/datasets?new=1') },
              { key: 'pipeline', message: 'pipelines.create', act: () => go('/pipelines?new=1') },
              { key: 'doctor', message: 'doctor.title', act: () => go('/pipelines/doctor') },
              { key: 'theme', message: dark ? 'shell.theme.light' : 'shell.theme.dark', act: flip },
              { key: 'language', message: `shell.language.${other}`, act: () => void changeLanguage(other) },
              { key: 'help', message: 'shell.help.title', keys: '?', act: () => setOpen('help') },
            ]}
          />
        )}
        {open === 'help' && <HelpDialog onClose={close} />}
      </Suspense>
    </div>
  );
};
