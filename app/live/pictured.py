"""The facts of photographs in a harvest. They carry no pixels: those are kept beside them, under an id."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.harvest.photos import Photo
from app.live.fact import FactOfSession


class Photographed(FactOfSession, frozen=True, kw_only=True, tag="photographed"):
    """A photograph was put with the notes of a step."""

    photo: Photo


class PhotoDropped(FactOfSession, frozen=True, kw_only=True, tag="photo dropped"):
    """A photograph was taken away; it can be restored."""

    photo_id: str


class PhotoRestored(FactOfSession, frozen=True, kw_only=True, tag="photo restored"):
    """A dropped photograph is back."""

    photo_id: str


PhotoFact = Photographed | PhotoDropped | PhotoRestored


@dataclass(frozen=True, slots=True)
class Photos:
    """Every photograph of a session in the order it came, and the ids of those that were taken away."""

    known: tuple[Photo, ...] = ()
    gone: frozenset[str] = frozenset()

    @property
    def here(self) -> tuple[Photo, ...]:
        """Those that were not taken away."""
        return tuple(photo for photo in self.known if photo.id not in self.gone)


NO_PHOTOS = Photos()


def pictured(photos: Photos, fact: PhotoFact) -> Photos:
    """One fact further. What does not apply is ignored."""
    ids = {photo.id for photo in photos.known}
    match fact:
        case Photographed(photo=photo):
            return photos if photo.id in ids else replace(photos, known=(*photos.known, photo))
        case PhotoDropped(photo_id=photo_id):
            return replace(photos, gone=photos.gone | {photo_id}) if photo_id in ids else photos
        case PhotoRestored(photo_id=photo_id):
            return replace(photos, gone=photos.gone - {photo_id})
