//! The JSON Schemas of the published files, made from the types that are written.

use investchn_feeds::JsonFeed;
use investchn_model::json_kind::JsonKind;
use investchn_model::route::Base;
use investchn_model::{Entry, Envelope, RegisterRows};
use investchn_register_export::RegisterFile;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::app_files::AppList;
use crate::changes::Changes;
use crate::embed::Answer;
use crate::error::SiteError;
use crate::redirects::OldAddresses;

/// Makes every schema, as files below the base. Their ids are the addresses under which the portal publishes them.
pub(crate) fn files(base_url: &str) -> Result<Vec<(String, Vec<u8>)>, SiteError> {
    let file = |kind: JsonKind| {
        let path = kind.schema_path();
        let mut schema = of(kind);
        schema.insert("$id".to_owned(), Base::at(base_url).join(&path).into());
        Ok((path, serde_json::to_vec_pretty(&schema)?))
    };
    JsonKind::ALL.into_iter().map(file).collect()
}

fn of(kind: JsonKind) -> Schema {
    match kind {
        JsonKind::App => schema::<AppList>(),
        JsonKind::Site => schema::<Entry>(),
        JsonKind::View => schema::<Envelope>(),
        JsonKind::ZoneRows => schema::<RegisterRows>(),
        JsonKind::Register => schema::<RegisterFile<'_>>(),
        JsonKind::Changes => schema::<Changes<'_>>(),
        JsonKind::Aliases => schema::<OldAddresses>(),
        JsonKind::Feed => schema::<JsonFeed<'_>>(),
        JsonKind::Oembed => schema::<Answer>(),
    }
}

fn schema<T: JsonSchema>() -> Schema {
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    RecursiveTransform(plain_description).transform(&mut schema);
    schema
}

/// Takes the marks of links out of a description, which comes from a comment in the sources.
fn plain_description(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace("[`crate::", "`").replace("[`", "`").replace("`]", "`");
    }
}
