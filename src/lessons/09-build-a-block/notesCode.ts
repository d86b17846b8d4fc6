/**
 * The identity_block of the notes, section (5): its lines in order, comments and blank lines left out, and of the docstring the
 * two lines that say something about the block. Words of the notes' author, quoted for study; adapted there from a course task.
 */
export interface CodeLine {
  readonly text: string;
}

export const notesCode: readonly CodeLine[] = [
  { text: 'def identity_block(X, f, filters, stage, block):' },
  { text: "    conv_name_base = 'res' + str(stage) + block + '_branch'" },
  { text: "    bn_name_base = 'bn' + str(stage) + block + '_branch'" },
  { text: '    F1, F2, F3 = filters' },
  { text: '    X_shortcut = X' },
  {
    text: "    X = Conv2D(filters = F1, kernel_size = (1, 1), strides = (1,1), padding = 'valid', name = conv_name_base + '2a', kernel_initializer = glorot_uniform(seed=0))(X)",
  },
  { text: "    X = BatchNormalization(axis = 3, name = bn_name_base + '2a')(X)" },
  { text: "    X = Activation('relu')(X)" },
  {
    text: "    X = Conv2D(filters = F2, kernel_size = (f, f), strides = (1,1), padding = 'same', name = conv_name_base + '2b', kernel_initializer = glorot_uniform(seed=0))(X)",
  },
  { text: "    X = BatchNormalization(axis=3, name = bn_name_base + '2b')(X)" },
  { text: "    X = Activation('relu')(X)" },
  {
    text: "    X = Conv2D(filters = F3, kernel_size = (1, 1), strides = (1,1), padding = 'valid', name = conv_name_base + '2c', kernel_initializer = glorot_uniform(seed=0))(X)",
  },
  { text: "    X = BatchNormalization(axis=3, name = bn_name_base + '2c')(X)" },
  { text: '    X = layers.add([X, X_shortcut])' },
  { text: "    X = Activation('relu')(X)" },
  { text: '    print("finished")' },
  { text: '    return X' },
];

/** From the docstring, where it stands between the first line and the names. */
export const docstring = {
  figure: '    Implementation of the identity block as defined in Figure 4',
  returns: '    X -- output of the identity block, tensor of shape (n_H, n_W, n_C)',
} as const;
