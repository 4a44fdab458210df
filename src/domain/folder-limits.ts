/** How much a challenge folder may hold: everything in it travels to each learner who opens the challenge. */
export const folderLimits = {
  fileBytes: 2_000_000,
  /** All files under assets/ together. */
  assetBytes: 8_000_000,
  files: 300,
} as const;
