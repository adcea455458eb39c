"""How strict are settings? Nothing unknown is taken, nothing is converted, nothing changes later."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """Settings that stand together. Raises pydantic's ValidationError for what it does not know or take."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)
