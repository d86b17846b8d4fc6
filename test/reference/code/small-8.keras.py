import keras
from keras import layers

inputs = keras.Input((14, 14, 1))
x = inputs

# stem: 14×14×1 -> 14×14×8
x = layers.Conv2D(8, 3, strides=1, padding="same", use_bias=False, kernel_initializer="he_normal", name="conv1")(x)
x = layers.BatchNormalization(name="bn_conv1")(x)
x = layers.ReLU(name="bn_conv1_relu")(x)

# conv2_x, res2a: 14×14×8 -> 14×14×8
y = layers.Conv2D(8, 3, strides=1, padding="same", use_bias=False, kernel_initializer="he_normal", name="res2a_branch2a")(x)
y = layers.BatchNormalization(name="bn2a_branch2a")(y)
y = layers.ReLU(name="bn2a_branch2a_relu")(y)
y = layers.Conv2D(8, 3, strides=1, padding="same", use_bias=False, kernel_initializer="he_normal", name="res2a_branch2b")(y)
y = layers.BatchNormalization(name="bn2a_branch2b")(y)
y = layers.Add(name="res2a_add")([y, x])
x = layers.ReLU(name="res2a_relu")(y)

# conv3_x, res3a: 14×14×8 -> 7×7×16
y = layers.Conv2D(16, 3, strides=2, padding="same", use_bias=False, kernel_initializer="he_normal", name="res3a_branch2a")(x)
y = layers.BatchNormalization(name="bn3a_branch2a")(y)
y = layers.ReLU(name="bn3a_branch2a_relu")(y)
y = layers.Conv2D(16, 3, strides=1, padding="same", use_bias=False, kernel_initializer="he_normal", name="res3a_branch2b")(y)
y = layers.BatchNormalization(name="bn3a_branch2b")(y)
shortcut = layers.Conv2D(16, 1, strides=2, padding="valid", use_bias=False, kernel_initializer="he_normal", name="res3a_branch1")(x)
shortcut = layers.BatchNormalization(name="bn3a_branch1")(shortcut)
y = layers.Add(name="res3a_add")([y, shortcut])
x = layers.ReLU(name="res3a_relu")(y)

# conv4_x, res4a: 7×7×16 -> 4×4×32
y = layers.Conv2D(32, 3, strides=2, padding="same", use_bias=False, kernel_initializer="he_normal", name="res4a_branch2a")(x)
y = layers.BatchNormalization(name="bn4a_branch2a")(y)
y = layers.ReLU(name="bn4a_branch2a_relu")(y)
y = layers.Conv2D(32, 3, strides=1, padding="same", use_bias=False, kernel_initializer="he_normal", name="res4a_branch2b")(y)
y = layers.BatchNormalization(name="bn4a_branch2b")(y)
shortcut = layers.Conv2D(32, 1, strides=2, padding="valid", use_bias=False, kernel_initializer="he_normal", name="res4a_branch1")(x)
shortcut = layers.BatchNormalization(name="bn4a_branch1")(shortcut)
y = layers.Add(name="res4a_add")([y, shortcut])
x = layers.ReLU(name="res4a_relu")(y)

# head: 4×4×32 -> 10
x = layers.GlobalAveragePooling2D(name="avg_pool")(x)
x = layers.Dense(10, kernel_initializer="he_normal", name="fc10")(x)

model = keras.Model(inputs, x, name="ResNet-8 (14×14)")
model.summary()
