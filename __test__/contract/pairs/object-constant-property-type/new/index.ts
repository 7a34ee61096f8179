export const limits = { upload: "10", download: 20 };
