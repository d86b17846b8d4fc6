import keras
from keras import layers


class PaddedShortcut(layers.Layer):
    def __init__(self, filters, stride, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.stride = stride

    def call(self, x):
        kept = x[:, :: self.stride, :: self.stride, :]
        return keras.ops.pad(kept, [[0, 0], [0, 0], [0, 0], [0, self.filters - x.shape[-1]]])

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "stride": self.stride}


inputs = keras.Input((6, 6, 8))
x = inputs

# res3a: 6×6×8 -> 3×3×16
y = layers.Conv2D(16, 3, strides=2, padding="same", use_bias=False, kernel_initializer="he_normal", name="res3a_branch2a")(x)
y = layers.BatchNormalization(name="bn3a_branch2a")(y)
y = layers.ReLU(name="bn3a_branch2a_relu")(y)
y = layers.Conv2D(16, 3, strides=1, padding="same", use_bias=False, kernel_initializer="he_normal", name="res3a_branch2b")(y)
y = layers.BatchNormalization(name="bn3a_branch2b")(y)
shortcut = PaddedShortcut(16, 2, name="res3a_pad")(x)
y = layers.Add(name="res3a_add")([y, shortcut])
x = layers.ReLU(name="res3a_relu")(y)

model = keras.Model(inputs, x, name="res3a")
model.summary()
