const cache: number[] = [0];

/** ln(n!), exact to double precision; n is whole and not negative. */
function lnFactorial(n: number): number {
  for (let i = cache.length; i <= n; i++) cache.push((cache[i - 1] ?? 0) + Math.log(i));
  return cache[n] ?? 0;
}

const lnChoose = (n: number, k: number): number => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

/**
 * Fisher's exact test, one-sided: the chance that at least `errors` of all the errors fall on these `requests` if both
 * groups failed equally often (hypergeometric tail).
 */
export function fisher(errors: number, requests: number, otherErrors: number, otherRequests: number): number {
  const allErrors = errors + otherErrors;
  const all = requests + otherRequests;
  const most = Math.min(allErrors, requests);
  const total = lnChoose(all, allErrors);
  let p = 0;
  for (let k = errors; k <= most; k++) {
    if (allErrors - k > otherRequests) continue;
    p += Math.exp(lnChoose(requests, k) + lnChoose(otherRequests, allErrors - k) - total);
  }
  return Math.min(1, p);
}
