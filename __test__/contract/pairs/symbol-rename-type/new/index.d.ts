export interface PostalAddress {
  street: string;
  zip: string;
}
