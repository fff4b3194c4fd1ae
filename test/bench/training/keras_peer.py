# The same network and step in Keras: keras_peer.py <FP32|BF16> <steps>. Prints one line of JSON like own-engine.mjs.
import json
import os
import statistics
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf

BATCH = 100
half, steps = sys.argv[1] == "BF16", int(sys.argv[2])
if half:
    tf.keras.mixed_precision.set_global_policy("mixed_bfloat16")


def median(call, times):
    spent = []
    for i in range(times + 3):
        began = time.perf_counter()
        call()
        if i >= 3:
            spent.append(time.perf_counter() - began)
    return statistics.median(spent)


layers = [tf.keras.Input((96, 96, 3))]
for filters in (16, 32, 64, 128):
    layers.append(tf.keras.layers.Conv2D(filters, 3, padding="same", activation="relu"))
    layers.append(tf.keras.layers.MaxPool2D(2, 2, "same"))
layers += [
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(512, "relu"),
    tf.keras.layers.Dense(256, "relu"),
    tf.keras.layers.Dropout(0.3),
    tf.keras.layers.Dense(5, dtype="float32"),
]
model = tf.keras.Sequential(layers)
optimizer = tf.keras.optimizers.Adam(1e-4)
loss_of = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_of(y, model(x, training=True))
    variables = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss


predict = tf.function(lambda pixels: tf.nn.softmax(model(tf.cast(pixels, tf.float32) / 255, training=False)))
x = tf.random.uniform((BATCH, 96, 96, 3))
y = tf.random.uniform((BATCH,), 0, 5, tf.int32)
train = median(lambda: step(x, y).numpy(), steps)
# Bytes in memory to probabilities, as our engines are asked.
pixels = np.random.randint(0, 256, (BATCH, 96, 96, 3), np.uint8)
one = median(lambda: predict(tf.constant(pixels[:1])).numpy(), 100)
hundred = median(lambda: predict(tf.constant(pixels)).numpy(), 40)
name = f"Keras {tf.keras.__version__}, TensorFlow {tf.__version__}, {'bfloat16' if half else 'float32'}"
print(json.dumps({"name": name, "train": BATCH / train, "one": 1 / one, "hundred": BATCH / hundred}))
