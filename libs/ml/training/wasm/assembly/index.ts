// Kernels of the WASM engine. All addresses are bytes in the shared memory, all values float32, all tensors row-major.
// Compiled twice from the same source: plain SIMD, and relaxed SIMD where a multiply-add is one instruction.
export { convolve } from './convolve';
export { kernelGradient } from './kernel-gradient';
export { packKernel, packKernelFlipped } from './pack';
export { poolBiasRelu, poolBiasReluGradient } from './pool';
export { multiply, multiplyAdd, multiplyTransposed } from './dense';
export { addBias, addBiasRelu, columnSums, elementwiseProduct, reluGradient } from './rows';
export { adam } from './adam';
export { loadPixels } from './pixels';
export { tileGradients, tileInputs, tileKernel, tileKernelFlipped, tileKernelGradient, tileOutputs, tilePoolBiasRelu } from './winograd';
