export function Picture(props) {
  const src = () => `/${props.picture.src}`;
  const small = () => props.picture.small;
  return (
    <img
      sizes={small() && props.sizes}
      srcset={small() && `/${small().src} ${small().width}w, ${src()} ${props.picture.width}w`}
      src={src()}
      width={props.picture.width}
      height={props.picture.height}
      alt={props.picture.alt}
      loading={props.eager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}
