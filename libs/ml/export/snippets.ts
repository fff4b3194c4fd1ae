import type { ModelContract } from './signature.js';

/** A page that shows how to run the exported model in Python and in a browser, with its names filled in. */
export function snippets({ pipeline, version, input, output, rejectBelow }: ModelContract): string {
  return `# ${pipeline}, version ${version}

- Input \`${input.name}\`: float32 [N, 96, 96, 3], RGB, every value divided by 255.
- Output \`${output.name}\`: float32 [N, classes], probabilities (softmax is applied); labels in \`labels.txt\`.
- Below a largest probability of ${rejectBelow} the answer counts as unknown.
- \`golden.png\` must give the probabilities of \`golden.json\` within 1e-5.

## Python, ONNX Runtime

\`\`\`python
import numpy as np, onnxruntime as ort
from PIL import Image

labels = open("labels.txt", encoding="utf-8").read().splitlines()
picture = np.asarray(Image.open("golden.png").convert("RGB"), dtype=np.float32)[None] / 255
probabilities = ort.InferenceSession("model.onnx").run(["${output.name}"], {"${input.name}": picture})[0][0]
print(labels[int(probabilities.argmax())], float(probabilities.max()))
\`\`\`

## JavaScript, TensorFlow.js

\`\`\`js
const model = await tf.loadLayersModel('model.json');
// A larger picture goes to 96x96 by area average first, as in contract.json: in a browser, a canvas with
// imageSmoothingQuality 'high' comes close.
const picture = tf.browser.fromPixels(canvas).div(255).expandDims();
const probabilities = await model.predict(picture).data();
\`\`\`
`;
}
