export function Picture({ picture, sizes, eager = false }) {
  const src = `/${picture.src}`;
  const small = picture.small;
  return (
    <img
      sizes={small && sizes}
      srcSet={small && `/${small.src} ${small.width}w, ${src} ${picture.width}w`}
      src={src}
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}
