# The same whole run with tf.data and Keras: keras_run.py <folder> <steps>. Prints one line of JSON like whole-run.mjs.
import json
import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import tensorflow as tf

BATCH = 100
folder, steps = sys.argv[1], int(sys.argv[2])
began = time.perf_counter()
names = sorted(os.listdir(folder))
labels = [int(name.split("-")[0]) for name in names]
AUTO = tf.data.AUTOTUNE


def decode(path, label):
    picture = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(picture, (96, 96), method="area") / 255.0, label


def augment(picture, label):
    picture = tf.image.random_flip_left_right(picture)
    picture = tf.image.random_brightness(picture, 0.5)
    picture = tf.image.random_contrast(picture, 0.2, 2.0)
    picture = tf.image.random_hue(picture, 0.08)
    picture = tf.image.random_saturation(picture, 0.2, 2.0)
    return tf.clip_by_value(picture, 0.0, 1.0), label


data = tf.data.Dataset.from_tensor_slices(([os.path.join(folder, name) for name in names], labels))
data = data.map(decode, num_parallel_calls=AUTO).cache().shuffle(len(names)).repeat()
data = data.map(augment, num_parallel_calls=AUTO).batch(BATCH).prefetch(AUTO)
layers = [tf.keras.Input((96, 96, 3))]
for filters in (16, 32, 64, 128):
    layers.append(tf.keras.layers.Conv2D(filters, 3, padding="same", activation="relu"))
    layers.append(tf.keras.layers.MaxPool2D(2, 2, "same"))
layers += [
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(512, "relu"),
    tf.keras.layers.Dense(256, "relu"),
    tf.keras.layers.Dropout(0.3),
    tf.keras.layers.Dense(2),
]
model = tf.keras.Sequential(layers)
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(tf.keras.optimizers.Adam(1e-4), loss)
model.fit(data, epochs=1, steps_per_epoch=steps, verbose=0)
seconds = time.perf_counter() - began
print(json.dumps({"name": f"tf.data and Keras {tf.keras.__version__}", "seconds": seconds}))
