/** kernel [taps * inC][outC] to packed [outC / 8][taps * inC][8], the order in which `convolve` reads. */
export function packKernel(kernel: usize, packed: usize, taps: i32, inC: i32, outC: i32): void {
  for (let block = 0; block < outC >> 3; block++) {
    for (let row = 0; row < taps * inC; row++) {
      const from = kernel + <usize>(row * outC + block * 8) * 4;
      v128.store(packed, v128.load(from));
      v128.store(packed, v128.load(from, 16), 16);
      packed += 32;
    }
  }
}

/** The kernel turned by 180 degrees with in and out exchanged, packed: what turns an output gradient into an input gradient. */
export function packKernelFlipped(kernel: usize, packed: usize, taps: i32, inC: i32, outC: i32): void {
  for (let block = 0; block < inC >> 3; block++) {
    for (let tap = taps - 1; tap >= 0; tap--) {
      for (let out = 0; out < outC; out++) {
        for (let c = 0; c < 8; c++) {
          store<f32>(packed, load<f32>(kernel + <usize>((tap * inC + block * 8 + c) * outC + out) * 4));
          packed += 4;
        }
      }
    }
  }
}
