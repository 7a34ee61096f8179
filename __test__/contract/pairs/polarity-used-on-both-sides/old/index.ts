export interface Post {
  readonly id: string;
  readonly title: string;
}
export declare function savePost(post: Post): void;
export declare function loadPost(id: string): Post;
