import keras
from keras import layers

inputs = keras.Input((6, 6, 8))
x = inputs

# res3a: 6×6×8 -> 3×3×16
y = layers.Conv2D(4, 1, strides=2, padding="valid", kernel_initializer="he_normal", name="res3a_branch2a")(x)
y = layers.BatchNormalization(name="bn3a_branch2a")(y)
y = layers.ReLU(name="bn3a_branch2a_relu")(y)
y = layers.Conv2D(4, 3, strides=1, padding="same", kernel_initializer="he_normal", name="res3a_branch2b")(y)
y = layers.BatchNormalization(name="bn3a_branch2b")(y)
y = layers.ReLU(name="bn3a_branch2b_relu")(y)
y = layers.Conv2D(16, 1, strides=1, padding="valid", kernel_initializer="he_normal", name="res3a_branch2c")(y)
y = layers.BatchNormalization(name="bn3a_branch2c")(y)
shortcut = layers.Conv2D(16, 1, strides=2, padding="valid", kernel_initializer="he_normal", name="res3a_branch1")(x)
shortcut = layers.BatchNormalization(name="bn3a_branch1")(shortcut)
y = layers.Add(name="res3a_add")([y, shortcut])
x = layers.ReLU(name="res3a_relu")(y)

model = keras.Model(inputs, x, name="res3a")
model.summary()
