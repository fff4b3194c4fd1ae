/** What one look found: name of the check, ok, warn or fail, and the detail in words. */
const finding = (status) => (check, detail) => ({ check, status, detail });

export const ok = finding('ok');
export const warn = finding('warn');
export const fail = finding('fail');
