export const receipt = "a chunk that no list of the manifest names on some producers";
