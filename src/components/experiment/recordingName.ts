/** Name of the recording of a live part, below the course's address. */
export const recordingName = (place: string, id: string): string => `recordings/${place}/${id}.bin`;
