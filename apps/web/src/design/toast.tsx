import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

interface Toast {
  id: number;
  text: ReactNode;
  bad: boolean;
  undo?: () => void;
}
type Say = (text: ReactNode, options?: { bad?: boolean; undo?: () => void }) => void;

const Context = createContext<Say>(() => undefined);

/** Says in one line what happened; with undo it offers eight seconds to take it back. */
export const useToast = (): Say => useContext(Context);

/** Holds the lines that useToast says; read aloud politely. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(1);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback<Say>(
    (text, options = {}) => {
      const id = next.current++;
      setToasts((all) => [...all.slice(-2), { id, text, bad: options.bad ?? false, undo: options.undo }]);
      setTimeout(() => drop(id), 8000);
    },
    [drop],
  );
  const value = useMemo(() => say, [say]);
  return (
    <Context.Provider value={value}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={toast.bad ? 'toast bad' : 'toast'}>
            <span>{toast.text}</span>
            {toast.undo && (
              <Button
                small
                look="ghost"
                onClick={() => {
                  toast.undo?.();
                  drop(toast.id);
                }}
              >
                {t('common.undo')}
              </Button>
            )}
            <Button small look="ghost" aria-label={t('common.close')} onClick={() => drop(toast.id)}>
              ×
            </Button>
          </div>
        ))}
      </div>
    </Context.Provider>
  );
};
