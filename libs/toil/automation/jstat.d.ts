// The package ships no types; this adds to the declaration that the gate started.
declare module 'jstat' {
  interface Distributions {
    studentt: { inv(p: number, degreesOfFreedom: number): number };
  }
}
