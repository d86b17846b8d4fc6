import keras
from keras import layers

inputs = keras.Input((6, 5, 3))
x = inputs

# stem: 6×5×3 -> 4×4×4
x = layers.Conv2D(4, 4, strides=1, padding="same", use_bias=False, kernel_initializer="he_normal", name="stem")(x)
x = layers.ZeroPadding2D(1, name="around")(x)
x = layers.MaxPooling2D(3, strides=2, padding="same", name="pool")(x)

# conv2_x, res2a: 4×4×4 -> 2×2×4
x = layers.Conv2D(4, 3, strides=2, padding="same", kernel_initializer="he_normal", name="res2a_branch2a")(x)

# conv2_x, res2b: 2×2×4 -> 2×2×4
x = layers.Add(name="res2b_add")([x, x])

# head: 2×2×4 -> 3
x = layers.BatchNormalization(name="bn_last")(x)
x = layers.ReLU(name="bn_last_relu")(x)
x = layers.Flatten(name="flat")(x)
x = layers.Dense(3, kernel_initializer="he_normal", name="fc3")(x)

model = keras.Model(inputs, x, name="odd \"net\"")
model.summary()
