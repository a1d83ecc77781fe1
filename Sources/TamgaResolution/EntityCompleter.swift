/// Gives an entity of a long list what was left out when it was resolved: the forms that are made by rule, and the
/// parts of its name. One value a thread, which is costly to make and quick to use.
public struct EntityCompleter {
  private let forms = EntityForms(FormMaker(restores: false))

  /// A completer.
  public init() {}

  /// The entity with all forms and parts.
  public func complete(_ entity: Entity) -> Entity {
    var entity = entity
    entity.forms = forms.completed(entity.forms, entity.type, native: entity.canonicalLanguage)
    forms.addParts(to: &entity)
    return entity
  }
}
