import keras
from keras import layers

inputs = keras.Input((6, 6, 8))
x = inputs

# res2b: 6×6×8 -> 6×6×8
y = layers.Conv2D(4, 1, strides=1, padding="valid", kernel_initializer="he_normal", name="res2b_branch2a")(x)
y = layers.BatchNormalization(name="bn2b_branch2a")(y)
y = layers.ReLU(name="bn2b_branch2a_relu")(y)
y = layers.Conv2D(4, 3, strides=1, padding="same", kernel_initializer="he_normal", name="res2b_branch2b")(y)
y = layers.BatchNormalization(name="bn2b_branch2b")(y)
y = layers.ReLU(name="bn2b_branch2b_relu")(y)
y = layers.Conv2D(8, 1, strides=1, padding="valid", kernel_initializer="he_normal", name="res2b_branch2c")(y)
y = layers.BatchNormalization(name="bn2b_branch2c")(y)
y = layers.Add(name="res2b_add")([y, x])
x = layers.ReLU(name="res2b_relu")(y)

model = keras.Model(inputs, x, name="res2b")
model.summary()
