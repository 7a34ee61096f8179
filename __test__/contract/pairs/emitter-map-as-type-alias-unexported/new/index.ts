type TopicMap = { saved: { id: string }; failed: Error };
export declare function subscribe<Name extends keyof TopicMap>(name: Name, listener: (payload: TopicMap[Name]) => void): () => void;
